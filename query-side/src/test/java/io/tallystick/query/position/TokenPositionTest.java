package io.tallystick.query.position;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.ReplayToken;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.junit.jupiter.api.Test;

class TokenPositionTest {

    private static final TrackingToken AT_7 = new GlobalSequenceTrackingToken(7);
    private static final TrackingToken AT_9 = new GlobalSequenceTrackingToken(9);

    @Test
    void a_token_is_where_it_says() {
        assertThat(TokenPosition.of(stored(AT_7))).isEqualTo(7);
    }

    @Test
    void a_replay_is_where_it_reads_now_and_not_where_it_was_reset() {
        assertThat(TokenPosition.of(stored(ReplayToken.createReplayToken(AT_9, AT_7))))
                .isEqualTo(7);
    }

    @Test
    void a_replay_that_has_not_begun_is_at_the_start() {
        assertThat(TokenPosition.of(stored(ReplayToken.createReplayToken(AT_9)))).isZero();
    }

    @Test
    void a_reset_in_the_middle_of_a_replay_is_read_too() {
        TrackingToken first = ReplayToken.createReplayToken(AT_9, AT_7);

        assertThat(TokenPosition.of(stored(ReplayToken.createReplayToken(first, AT_7))))
                .isEqualTo(7);
    }

    @Test
    void a_projection_without_a_token_has_handled_nothing() {
        assertThat(TokenPosition.of(null)).isZero();
        assertThat(TokenPosition.of("null".getBytes(StandardCharsets.UTF_8))).isZero();
    }

    private static byte[] stored(TrackingToken token) {
        return Jackson3Serializer.builder().build().serialize(token, byte[].class).getData();
    }
}
