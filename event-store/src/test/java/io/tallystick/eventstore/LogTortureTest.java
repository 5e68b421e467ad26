package io.tallystick.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.eventstore.TortureWriters.Engine;
import io.tallystick.eventstore.TortureWriters.Savepoints;
import io.tallystick.eventstore.TortureWriters.Unlocked;
import io.tallystick.eventstore.usage.EventRef;
import io.tallystick.eventstore.usage.StoredChunks;
import io.tallystick.eventstore.usage.UsageChunk;
import io.tallystick.eventstore.usage.UsageTorture;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// A reader at position p has seen every entry up to p exactly once, whatever happens to those who
/// write. `-Dtallystick.torture.seconds` makes it longer, `-Dtallystick.torture.seed` repeats the
/// decisions of a run.
@Tag("postgres15")
class LogTortureTest {

    private static final Duration DURATION =
            Duration.ofSeconds(Long.getLong("tallystick.torture.seconds", 10));
    private static final Duration CONTROL = Duration.ofSeconds(2);

    private final long seed = Long.getLong("tallystick.torture.seed", System.nanoTime());

    @Test
    void every_reader_sees_every_position_once_and_in_order() throws Exception {
        try (var run = new TortureRun(seed, DURATION);
                var first = node(run, "first", seed);
                var second = node(run, "second", seed)) {
            // when
            run.follow(2);
            run.poll(2);
            run.write(new Engine(run.log, run.engine, run.trouble(), Duration.ZERO));
            run.write(new Engine(run.log, run.engine, run.trouble(), Duration.ZERO));
            run.write(new Engine(run.log, run.engine, run.trouble(), Duration.ofSeconds(61)));
            run.write(new Savepoints(run.log, run.trouble()));
            run.write(first);
            run.write(second);
            run.killConnections();
            run.finish();
            report(run, first, second);

            // then it was a test at all
            assertThat(run.commits).hasValueGreaterThan(20);
            assertThat(first.sent() + second.sent()).isGreaterThan(10);
            assertThat(run.kills).hasValueGreaterThan(3);

            // and nothing is missing
            assertThat(run.rows.positions()).as("seed %s", seed).isEqualTo(upTo(run.rows.head()));
            for (TortureReader reader : run.readers) {
                assertThat(reader.stop()).as("seed %s", seed).isNull();
                assertThat(reader.brokenChunks()).as("seed %s", seed).isEmpty();
                assertThat(reader.positions()).as("seed %s", seed).isEqualTo(upTo(run.rows.head()));
            }
            assertThat(storedIds(run)).as("seed %s", seed).containsAll(run.acknowledged);
            Map<EventRef, String> usage = storedUsage(run);
            assertThat(usage).as("seed %s", seed).containsAllEntriesOf(first.acknowledged());
            assertThat(usage).as("seed %s", seed).containsAllEntriesOf(second.acknowledged());
            assertThat(run.rows.number("select sum(row_count) from event_log.entry"))
                    .isEqualTo(usage.size());
        }
    }

    /// The test above is worth something only if it would see the loss.
    @Test
    void positions_that_are_drawn_without_the_lock_are_missed() throws Exception {
        try (var run = new TortureRun(seed, CONTROL)) {
            // given
            run.rows.execute(Unlocked.SEQUENCE);

            // when
            run.follow(1);
            run.poll(2);
            for (int i = 0; i < 4; i++) {
                run.write(new Unlocked(run.log, run.trouble()));
            }
            run.finish();

            // then
            List<Long> stored = run.rows.positions();
            assertThat(run.readers.getFirst().stop())
                    .as("a stream stops with an alarm instead")
                    .isInstanceOf(BrokenOrder.class);
            for (TortureReader polling : run.readers.subList(1, 3)) {
                assertThat(polling.missed(stored)).isNotEmpty();
            }
            System.out.printf(
                    "torture without the lock, seed %d: %d entries, missed %d and %d%n",
                    seed,
                    stored.size(),
                    run.readers.get(1).missed(stored).size(),
                    run.readers.get(2).missed(stored).size());
        }
    }

    private static UsageTorture node(TortureRun run, String name, long seed) {
        return new UsageTorture(
                run.log.database(),
                name,
                new SplittableRandom(seed ^ name.hashCode()),
                run.trouble());
    }

    private void report(TortureRun run, UsageTorture first, UsageTorture second)
            throws SQLException {
        System.out.printf(
                "torture, seed %d: %d entries, %d usage rows, %d units committed, %d failed, %d requests stored, %d failed, %d connections killed%n",
                seed,
                run.rows.head(),
                run.rows.number("select count(*) from event_log.usage_key"),
                run.commits.get(),
                run.failures.get(),
                first.sent() + second.sent(),
                first.failed() + second.failed(),
                run.kills.get());
    }

    private static List<Long> upTo(long head) {
        return LongStream.rangeClosed(1, head).boxed().toList();
    }

    private static Set<String> storedIds(TortureRun run) throws SQLException {
        Set<String> ids = new HashSet<>();
        try (var connection = run.log.database().connection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select id from event_log.entry")) {
            while (row.next()) {
                ids.add(row.getString(1));
            }
        }
        return ids;
    }

    private static Map<EventRef, String> storedUsage(TortureRun run) throws SQLException {
        Map<EventRef, String> stored = new HashMap<>();
        for (UsageChunk chunk : new StoredChunks(run.log.database()).all()) {
            run.usage().forEachRow(chunk, row -> stored.put(row.ref(), row.id()));
        }
        return stored;
    }
}
