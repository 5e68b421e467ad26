package io.tallystick.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LogHeadTest {

    private final TestLog log = new TestLog();
    private final LogRows rows = new LogRows(log.database());
    private final LogHead head = new LogHead(log.dataSource());

    @AfterEach
    void drop() {
        head.close();
        log.close();
    }

    @Test
    void listeners_are_told_after_the_commit_and_never_before() throws Exception {
        // given a listener that looks with a connection of its own
        var seen = new CompletableFuture<Long>();
        head.refresh();
        head.onAdvance(() -> seen.complete(committed()));

        // when
        log.engine(head).appendEvents(Facts.facts(1));

        // then
        assertThat(seen.get(5, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(head.position()).isEqualTo(2);
    }

    @Test
    void what_another_node_commits_is_found() throws Exception {
        // given
        head.start();
        var told = new CompletableFuture<Void>();
        head.onAdvance(() -> told.complete(null));

        // when
        rows.insertFact(2, "access.LoginSucceeded", "1");

        // then
        told.get(5, TimeUnit.SECONDS);
        assertThat(head.position()).isEqualTo(2);
    }

    @Test
    void while_many_rows_arrive_readers_are_told_now_and_then_and_of_the_last_in_the_end()
            throws Exception {
        // given
        head.start();
        var tellings = new AtomicInteger();
        head.onAdvance(tellings::incrementAndGet);

        // when
        for (int position = 2; position <= 1_001; position++) {
            head.advanceTo(position, 5_000);
        }

        // then
        Eventually.until("the last is told", () -> head.toldPosition() == 1_001);
        assertThat(tellings).hasValueLessThan(100);
    }

    @Test
    void many_small_commits_are_told_as_rarely_as_many_rows() throws Exception {
        // given
        head.start();
        var tellings = new AtomicInteger();
        head.onAdvance(tellings::incrementAndGet);

        // when commits come for half a second, of so few rows that they do not count
        long position = 1;
        for (long end = System.nanoTime() + 500_000_000; System.nanoTime() < end; ) {
            head.advanceTo(++position, 0);
        }

        // then at every 50 ms there would be ten tellings and more
        long last = position;
        Eventually.until("the last is told", () -> head.toldPosition() == last);
        assertThat(tellings).hasValueLessThan(8);
    }

    @Test
    void a_commit_after_a_pause_is_told_at_once() {
        // given a head that nobody polls, and that was told nothing for long
        var tellings = new AtomicInteger();
        head.onAdvance(tellings::incrementAndGet);

        // when
        head.advanceTo(2, 5_000);

        // then
        assertThat(tellings).hasValue(1);
        assertThat(head.toldPosition()).isEqualTo(2);
    }

    @Test
    void the_head_never_goes_back() {
        head.advanceTo(7);
        head.advanceTo(3);

        assertThat(head.position()).isEqualTo(7);
    }

    @Test
    void polling_survives_a_connection_that_is_cut() throws Exception {
        // given
        head.start();

        // when
        rows.execute(
                """
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                """);
        rows.insertFact(2, "access.LoginSucceeded", "1");

        // then
        Eventually.until("the head is found", () -> head.position() == 2);
    }

    private long committed() {
        try {
            return rows.head();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
