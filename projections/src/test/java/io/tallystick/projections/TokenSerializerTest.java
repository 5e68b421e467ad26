package io.tallystick.projections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.ConfigToken;
import org.axonframework.serialization.Serializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TokenSerializerTest {

    private final Serializer serializer = TokenSerializer.create();

    static TrackingToken[] tokens() {
        var at7 = new GlobalSequenceTrackingToken(7);
        TrackingToken replay =
                ReplayToken.createReplayToken(at7, new GlobalSequenceTrackingToken(0));
        return new TrackingToken[] {
            at7,
            replay,
            ReplayToken.createReplayToken(at7),
            ReplayToken.createReplayToken(at7, null, "asked by a person"),
            ReplayToken.createReplayToken(replay, new GlobalSequenceTrackingToken(0)),
            new ConfigToken(Map.of("id", "node"))
        };
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void every_token_that_is_stored_is_read_back(TrackingToken token) {
        Object back = serializer.deserialize(serializer.serialize(token, byte[].class));

        assertThat(back).isEqualTo(token);
    }
}
