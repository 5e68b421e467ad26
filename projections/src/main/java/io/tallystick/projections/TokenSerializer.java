package io.tallystick.projections;

import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator;

/// What the token store must be given. Axon's default writes the token of a replay but cannot read
/// it back: the token names classes for fields of the type `Object`, which Jackson 3 refuses unless
/// it is told which classes are harmless. A reset projection would never start again.
public final class TokenSerializer {

    private static final String TOKENS = "org.axonframework.eventhandling.";

    private TokenSerializer() {}

    public static Serializer create() {
        var onlyTokens =
                BasicPolymorphicTypeValidator.builder()
                        .allowIfSubType(TOKENS)
                        .allowIfSubType(String.class)
                        .build();
        return Jackson3Serializer.builder()
                .jsonMapperBuilderCustomizer(json -> json.polymorphicTypeValidator(onlyTokens))
                .build();
    }
}
