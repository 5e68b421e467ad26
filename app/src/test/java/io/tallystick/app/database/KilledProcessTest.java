package io.tallystick.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledProcessTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir private Path folder;

    @Test
    void while_another_process_runs_it_is_named_and_after_its_death_its_server_is_replaced()
            throws Exception {
        var other = OtherProcess.start(folder, NOW);
        try {
            var orphan = OtherProcess.server(other);

            assertThatThrownBy(() -> DataDirectory.open(folder, NOW.plusSeconds(60)))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessage(
                            "Tallystick already runs on %s: process %d, started 2026-11-21T08:00:00Z.",
                            folder.toRealPath(), other.pid());

            other.destroyForcibly().onExit().join();
            assertThat(ProcessHandle.of(orphan)).get().matches(ProcessHandle::isAlive);

            try (var data = DataDirectory.open(folder, NOW.plusSeconds(60));
                    var database = EmbeddedDatabase.start(data)) {
                assertThat(Sql.read(database.access(), "select note from kept"))
                        .containsExactly("committed");
                assertThat(database.pid()).isNotEqualTo(orphan);
                assertThat(ProcessHandle.of(orphan).filter(ProcessHandle::isAlive)).isEmpty();
                data.announce(URI.create("http://localhost:8080"));
            }
        } finally {
            other.destroyForcibly();
        }
    }
}
