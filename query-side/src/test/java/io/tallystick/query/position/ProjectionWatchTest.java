package io.tallystick.query.position;

import static io.tallystick.readmodel.Tables.PROJECTION_GENERATION;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProjectionWatchTest {

    private final TestDatabase database =
            TestDatabase.with(Schema.EVENT_LOG, Schema.WORK, Schema.READ_MODEL);
    private final DSLContext sql = DSL.using(database.dataSource(), SQLDialect.POSTGRES);
    private final ProjectionWatch watch = new ProjectionWatch(sql, Duration.ofSeconds(30));
    private final BlockingQueue<Long> seen = new LinkedBlockingQueue<>();

    @BeforeEach
    void first() {
        generation(1, "live");
    }

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
        token("usage@1", 1, 5);

        assertThat(watch.position("usage")).isEqualTo(5);
    }

    @Test
    void a_projection_is_where_its_live_generation_is() {
        moveTo(9);
        generation(2, "building");
        token("usage@2", 0, 4);

        assertThat(watch.position("usage")).isEqualTo(9);

        state(1, "retired");
        state(2, "live");
        assertThat(watch.position("usage")).isEqualTo(4);
    }

    @Test
    void a_listener_hears_of_every_move_forward_that_it_lives_to_see() throws Exception {
        try (var _ = watch.onAdvance("usage", seen::add)) {
            assertThat(next()).isZero();
            moveTo(3);
            assertThat(next()).isEqualTo(3);
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
        token("usage@1", 0, position);
    }

    private void token(String processor, int segment, long position) {
        sql.insertInto(TOKEN_ENTRY)
                .set(TOKEN_ENTRY.PROCESSOR_NAME, processor)
                .set(TOKEN_ENTRY.SEGMENT, segment)
                .set(TOKEN_ENTRY.TOKEN, token(position))
                .onDuplicateKeyUpdate()
                .set(TOKEN_ENTRY.TOKEN, token(position))
                .execute();
    }

    private void generation(int number, String state) {
        sql.insertInto(PROJECTION_GENERATION)
                .set(PROJECTION_GENERATION.PROJECTION, "usage")
                .set(PROJECTION_GENERATION.GENERATION, number)
                .set(PROJECTION_GENERATION.STATE, state)
                .execute();
    }

    private void state(int generation, String state) {
        sql.update(PROJECTION_GENERATION)
                .set(PROJECTION_GENERATION.STATE, state)
                .where(PROJECTION_GENERATION.GENERATION.eq(generation))
                .execute();
    }

    private static byte[] token(long position) {
        return ("{\"globalIndex\":" + position + "}").getBytes(StandardCharsets.UTF_8);
    }
}
