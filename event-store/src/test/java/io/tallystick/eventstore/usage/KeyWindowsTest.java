package io.tallystick.eventstore.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.tallystick.events.audit.AccessLine;
import io.tallystick.events.audit.AccessLine.Actor;
import io.tallystick.events.audit.AccessLine.Count;
import io.tallystick.events.audit.AccessLine.Target;
import io.tallystick.events.audit.AccessLine.Trace;
import io.tallystick.events.audit.AccessOutcome;
import io.tallystick.eventstore.AccessAppender;
import io.tallystick.eventstore.LogHead;
import io.tallystick.eventstore.LogRows;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.usage.UsageOutcome.Accepted;
import io.tallystick.eventstore.usage.UsageOutcome.Conflict;
import io.tallystick.eventstore.usage.UsageOutcome.Duplicate;
import java.sql.Connection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Keys stay unique over windows, with filters and without. Windows are opened by hand here.
@Tag("postgres15")
class KeyWindowsTest {

    private static final int KEYS_MAX = 10;
    private static final long ROOM = 1_000_000;
    private static final String OPEN = "select max(number) from event_log.key_window";
    private static final String DAMAGED =
            "select count(*) from event_log.key_filter where checksum <> sha256(bits)";
    private static final String STORED = "select count(*) from event_log.usage_key";

    private static final AccessLine READ =
            new AccessLine(
                    AccessOutcome.READ,
                    new Actor("member", "ada", "Ada", new UUID(0, 1), null, "key"),
                    new Target("route", "GET /api/v1/me", null),
                    new Count(1, Instant.EPOCH, Instant.EPOCH),
                    new Trace(List.of("request-1"), null, null));

    private final TestDatabase database = TestDatabase.with(TestDatabase.Schema.EVENT_LOG);
    private final LogRows log = new LogRows(database);
    private final HikariDataSource pool = database.appenderDataSource();
    private final KeyWindows windows = new KeyWindows(pool, KEYS_MAX, ROOM);
    private final UsageAppender appender =
            new UsageAppender(pool, new LogHead(pool), windows, RevokedActors.NONE).start();

    @AfterEach
    void drop() {
        appender.close();
        pool.close();
        database.close();
    }

    @Test
    void a_window_that_is_full_is_closed_and_gets_a_filter() throws Exception {
        fillWindow(1);

        windows.maintain();

        assertThat(log.number(OPEN)).isEqualTo(2);
        assertThat(windows.filters()).containsOnlyKeys(1);
        assertThat(log.number("select keys from event_log.key_filter where key_window = 1"))
                .isEqualTo(KEYS_MAX);
    }

    @Test
    void a_key_never_goes_into_a_window_that_was_closed_since_the_last_commit() throws Exception {
        append("known");
        fillWindow(1);
        append("learns that window 1 is open");
        windows.maintain();

        assertThat(append("new")).hasOnlyElementsOfType(Accepted.class);

        assertThat(log.number(OPEN)).isEqualTo(2);
        assertThat(log.number("select count(*) from event_log.usage_key where key_window = 2"))
                .isEqualTo(1);
    }

    /// Their lines are counted in the same column as the rows of usage, and have no keys.
    @Test
    void access_records_in_a_window_are_none_of_its_keys() throws Exception {
        var accesses = new AccessAppender(pool, new LogHead(pool));
        accesses.append(new UUID(0, 1), Collections.nCopies(KEYS_MAX, READ));
        windows.maintain();
        assertThat(log.number(OPEN)).isEqualTo(1);
        fillWindow(1);
        windows.maintain();

        assertThat(windows.filters()).containsOnlyKeys(1);
        try (var other = new KeyWindows(pool, KEYS_MAX, ROOM)) {
            log.execute("delete from event_log.key_filter");
            other.maintain();

            assertThat(other.filters()).containsOnlyKeys(1);
        }
    }

    @Test
    void a_window_that_is_not_full_stays_open() throws Exception {
        append("a", "b");

        windows.maintain();

        assertThat(log.number(OPEN)).isEqualTo(1);
        assertThat(windows.filters()).isEmpty();
    }

    @Test
    void a_key_of_a_closed_window_is_a_duplicate_or_a_conflict_for_ever() throws Exception {
        fillThree();

        assertThat(append("1-0", "2-5", "new"))
                .extracting(Object::getClass)
                .containsExactly(Duplicate.class, Duplicate.class, Accepted.class);
        UsageRow other = Usage.row(Usage.TENANT, Usage.CUSTOMER, "1-0", "{\"durationSeconds\":1}");
        assertThat(append(List.of(other))).containsExactly(new Conflict());
        assertThat(log.number(STORED)).isEqualTo(3 * KEYS_MAX + 1);
    }

    @Test
    void without_a_filter_the_window_itself_is_asked() throws Exception {
        fillThree();

        try (var other = new KeyWindows(pool, KEYS_MAX, 0);
                var node =
                        new UsageAppender(pool, new LogHead(pool), other, RevokedActors.NONE)
                                .start()) {
            other.maintain();

            assertThat(other.filters()).isEmpty();
            assertThat(node.append(Usage.rows("1-0", "3-1"), Usage.origin("r", 2)).get())
                    .hasOnlyElementsOfType(Duplicate.class);
        }
    }

    @Test
    void the_newest_windows_keep_their_filters_when_memory_is_short() throws Exception {
        fillThree();

        try (var other = new KeyWindows(pool, KEYS_MAX, 2L * KEYS_MAX * KeyFilter.BYTES_PER_KEY)) {
            other.maintain();

            assertThat(other.filters()).containsOnlyKeys(2, 3);
        }
    }

    @Test
    void a_filter_that_was_damaged_is_made_again() throws Exception {
        fillThree();
        log.execute("update event_log.key_filter set bits = decode(repeat('00', 64), 'hex')");

        try (var other = new KeyWindows(pool, KEYS_MAX, ROOM);
                var node =
                        new UsageAppender(pool, new LogHead(pool), other, RevokedActors.NONE)
                                .start()) {
            other.maintain();

            assertThat(node.append(Usage.rows("1-0", "2-1"), Usage.origin("r", 2)).get())
                    .hasOnlyElementsOfType(Duplicate.class);
            assertThat(log.number(DAMAGED)).isZero();
        }
    }

    @Test
    void no_window_is_opened_while_somebody_stores_into_the_last() throws Exception {
        fillWindow(1);
        try (Connection storing = pool.getConnection()) {
            KeyWindowSql.begin(storing);

            windows.maintain();

            assertThat(log.number(OPEN)).isEqualTo(1);
            storing.rollback();
        }
        append("one", "more");
        windows.maintain();

        assertThat(log.number(OPEN)).isEqualTo(2);
    }

    @Test
    void the_keys_of_another_node_are_in_the_filter_too() throws Exception {
        try (var other = new KeyWindows(pool, KEYS_MAX, ROOM);
                var node =
                        new UsageAppender(pool, new LogHead(pool), other, RevokedActors.NONE)
                                .start()) {
            append("here-1", "here-2");
            node.append(Usage.rows("there-1", "there-2"), Usage.origin("r", 2)).get();
            fillWindow(1);
            windows.maintain();
            other.maintain();

            assertThat(windows.filters()).containsOnlyKeys(1);
            assertThat(append("there-1", "there-2", "here-1"))
                    .hasOnlyElementsOfType(Duplicate.class);
            assertThat(node.append(Usage.rows("here-1", "there-1"), Usage.origin("r", 2)).get())
                    .hasOnlyElementsOfType(Duplicate.class);
        }
    }

    private void fillThree() throws Exception {
        for (int window = 1; window <= 3; window++) {
            fillWindow(window);
            windows.maintain();
        }
        assertThat(log.number(OPEN)).isEqualTo(4);
    }

    private void fillWindow(int window) throws Exception {
        List<UsageRow> rows = new ArrayList<>();
        for (int i = 0; i < KEYS_MAX; i++) {
            rows.add(Usage.row(window + "-" + i));
        }
        assertThat(append(rows)).hasOnlyElementsOfType(Accepted.class);
    }

    private List<UsageOutcome> append(String... ids) throws Exception {
        return append(Usage.rows(ids));
    }

    private List<UsageOutcome> append(List<UsageRow> rows) throws Exception {
        return appender.append(rows, Usage.origin("request", rows.size()))
                .get(20, TimeUnit.SECONDS);
    }
}
