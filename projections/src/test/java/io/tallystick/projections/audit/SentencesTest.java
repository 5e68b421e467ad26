package io.tallystick.projections.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.eventstore.testing.EventSamples;
import java.util.List;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// [EventSamples] has every fact that there is, which a test beside it holds.
class SentencesTest {

    private static final Actor NOBODY = Actor.of(MetaData.emptyInstance());
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static List<Object> samples() {
        return EventSamples.all().toList();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void every_fact_has_a_sentence_that_a_person_can_read(Object fact) {
        Story story = Sentences.of(fact, NOBODY);
        var known = new Known(null, "Ada", JSON.createObjectNode());

        String sentence = story.sentence().apply(known);

        assertThat(sentence)
                .matches("\\S.* .*\\S")
                .doesNotContain("null", "%s", fact.getClass().getSimpleName());
        assertThat(story.targetType()).matches("[a-z_]+");
        assertThat(story.targetId()).isNotEmpty();
    }

    @Test
    void no_two_facts_are_told_alike() {
        var known = new Known(null, "Ada", JSON.createObjectNode());

        assertThat(samples())
                .extracting(fact -> Sentences.of(fact, NOBODY).sentence().apply(known))
                .doesNotHaveDuplicates();
    }

    @Test
    void what_is_no_fact_is_not_told() {
        assertThatThrownBy(() -> Sentences.of("a text", NOBODY))
                .isInstanceOf(IllegalStateException.class);
    }
}
