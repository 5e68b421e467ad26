package io.tallystick.app.nodes;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.eventstore.testing.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Keys are revoked on one process while events are sent with them to two. `-Dtallystick.revokes`
/// says how many.
class RevokesOnSeveralNodesIT {

    private static final int REVOKES = Integer.getInteger("tallystick.revokes", 100);

    @TempDir private Path folder;

    @Test
    void no_event_on_any_node_has_a_position_above_the_revoke_of_its_key() throws Exception {
        try (var database = TestDatabase.with();
                var first = new Node(folder, 0, database.url());
                var second = new Node(folder, 1, database.url())) {
            first.start();
            first.awaitReady();
            second.start();
            second.awaitReady();
            try (var senders =
                    new RevokedSenders("two-nodes", database, first.api(), second.api())) {
                long began = System.nanoTime();
                senders.revoke(REVOKES);

                assertThat(senders.positionsAfterTheRevoke()).isEmpty();
                System.out.println(
                        REVOKES
                                + " revokes under load on two nodes in "
                                + (System.nanoTime() - began) / 1_000_000
                                + " ms, "
                                + senders.requestsThatWereStored()
                                + " requests stored before them, none above");
            }
        }
    }
}
