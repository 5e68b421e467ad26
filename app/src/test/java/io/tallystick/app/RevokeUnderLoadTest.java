package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.app.nodes.RevokedSenders;
import org.junit.jupiter.api.Test;

/// A revoke that was answered is the end, also for what was on its way.
class RevokeUnderLoadTest extends RunningApplication {

    private static final int REVOKES = 60;

    @Test
    void no_event_has_a_position_above_the_revoke_of_its_key() throws Exception {
        try (var senders = new RevokedSenders("one-node", database(), api())) {
            senders.revoke(REVOKES);

            assertThat(senders.positionsAfterTheRevoke()).isEmpty();
            assertThat(senders.requestsThatWereStored()).isGreaterThan(REVOKES);
        }
    }
}
