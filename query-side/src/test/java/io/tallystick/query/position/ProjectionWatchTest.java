package io.tallystick.query.position;

import static io.tallystick.readmodel.Tables.TOKEN_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProjectionWatchTest {

    private final TestDatabase database = TestDatabase.with(Schema.EVENT_LOG, Schema.READ_MODEL);
    private final DSLContext sql = DSL.using(database.dataSource(), SQLDialect.POSTGRES);
    private final ProjectionWatch watch = new ProjectionWatch(sql, Duration.ofSeconds(30));
    private final BlockingQueue<Long> seen = new LinkedBlockingQueue<>();

    @AfterEach
    void stop() {
        watch.close();
        database.close();
    }

    @Test
    void a_position_that_is_reached_is_not_waited_for() {
        moveTo(7);

        watch.await("usage", 7);

        assertThat(watch.position("usage")).isEqualTo(7);
    }

    @Test
    void whoever_waits_goes_on_when_another_node_has_moved_the_token() throws Exception {
        var waiting = CompletableFuture.runAsync(() -> watch.await("usage", 8));
        assertThat(waiting).isNotDone();

        moveTo(8);

        waiting.get(10, TimeUnit.SECONDS);
    }

    @Test
    void a_projection_that_stays_behind_is_not_waited_for_for_ever() {
        var impatient = new ProjectionWatch(sql, Duration.ofMillis(50));

        assertThatThrownBy(() -> impatient.await("usage", 1))
                .isInstanceOf(ProjectionBehind.class)
                .hasMessageContaining("usage");
    }

    @Test
    void a_projection_is_where_its_slowest_segment_is() {
        moveTo(9);
        sql.insertInto(TOKEN_ENTRY)
                .set(TOKEN_ENTRY.PROCESSOR_NAME, "usage")
                .set(TOKEN_ENTRY.SEGMENT, 1)
                .set(TOKEN_ENTRY.TOKEN, token(5))
                .execute();

        assertThat(watch.position("usage")).isEqualTo(5);
    }

    @Test
    void a_listener_hears_of_every_move_it_lives_to_see_and_of_a_rebuild() throws Exception {
        try (var _ = watch.onAdvance("usage", seen::add)) {
            assertThat(next()).isZero();
            moveTo(3);
            assertThat(next()).isEqualTo(3);
            moveTo(1);
            assertThat(next()).isEqualTo(1);
        }
    }

    @Test
    void a_listener_that_fails_does_not_silence_the_others() throws Exception {
        try (var _ =
                        watch.onAdvance(
                                "usage",
                                position -> {
                                    throw new IllegalStateException("a page is gone");
                                });
                var _ = watch.onAdvance("usage", seen::add)) {
            assertThat(next()).isZero();
            moveTo(3);
            assertThat(next()).isEqualTo(3);
        }
    }

    @Test
    void after_everybody_left_the_next_one_is_served_again() throws Exception {
        watch.onAdvance("usage", position -> {}).close();
        moveTo(4);

        try (var _ = watch.onAdvance("usage", seen::add)) {
            assertThat(next()).isEqualTo(4);
        }
    }

    @Test
    void a_closed_watch_takes_no_listeners() {
        watch.close();

        assertThatThrownBy(() -> watch.onAdvance("usage", seen::add))
                .isInstanceOf(IllegalStateException.class);
    }

    private long next() throws InterruptedException {
        Long position = seen.poll(10, TimeUnit.SECONDS);
        assertThat(position).as("a call of the listener").isNotNull();
        return position;
    }

    private void moveTo(long position) {
        sql.update(TOKEN_ENTRY)
                .set(TOKEN_ENTRY.TOKEN, token(position))
                .where(TOKEN_ENTRY.PROCESSOR_NAME.eq("usage"))
                .and(TOKEN_ENTRY.SEGMENT.eq(0))
                .execute();
    }

    private static byte[] token(long position) {
        return ("{\"globalIndex\":" + position + "}").getBytes(StandardCharsets.UTF_8);
    }
}
