package io.tallystick.projections.generation;

import static io.tallystick.readmodel.Tables.PROJECTION_GENERATION;
import static io.tallystick.readmodel.Tables.TOKEN_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;

class SwapTest {

    private final TestDatabase database = TestDatabase.with(Schema.EVENT_LOG, Schema.READ_MODEL);
    private final DSLContext sql =
            DSL.using(
                    new TransactionAwareDataSourceProxy(database.dataSource()),
                    SQLDialect.POSTGRES);
    private final Swap swap =
            new Swap(
                    sql,
                    new SpringTransactionManager(
                            new DataSourceTransactionManager(database.dataSource())));

    @BeforeEach
    void twoGenerations() {
        generation(1, "live");
        generation(2, "building");
        token("usage@1", 0, 10);
        token("usage@1", 1, 20);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void a_rebuild_that_lacks_what_the_fastest_segment_shows_is_not_swapped() {
        token("usage@2", 0, 19);
        token("usage@2", 1, 30);

        assertThat(swap.attempt("usage")).isFalse();
        assertThat(live()).isEqualTo(1);
    }

    @Test
    void a_rebuild_that_has_all_of_it_is_swapped_once() {
        token("usage@2", 0, 20);
        token("usage@2", 1, 30);

        assertThat(swap.attempt("usage")).isTrue();
        assertThat(live()).isEqualTo(2);
        assertThat(swap.attempt("usage")).isFalse();
        assertThat(live()).isEqualTo(2);
    }

    @Test
    void the_live_generation_is_held_for_a_moment_so_that_the_rebuild_comes_up_to_it()
            throws Exception {
        token("usage@2", 0, 15);
        var catchingUp =
                CompletableFuture.runAsync(() -> {
                    LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
                    token("usage@2", 0, 20);
                });

        assertThat(swap.attempt("usage")).isTrue();
        catchingUp.get();
    }

    @Test
    void while_it_is_held_the_live_generation_cannot_move() throws Exception {
        token("usage@2", 0, 15);
        var attempt = CompletableFuture.supplyAsync(() -> swap.attempt("usage"));
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());

        long start = System.nanoTime();
        token("usage@1", 1, 21);

        assertThat(attempt.get()).isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isGreaterThan(Duration.ofMillis(20));
    }

    @Test
    void a_rebuild_that_is_far_behind_holds_nobody() {
        token("usage@1", 1, 1_000);
        token("usage@2", 0, 15);
        long start = System.nanoTime();

        assertThat(swap.attempt("usage")).isFalse();

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(150));
    }

    private int live() {
        return sql.fetchValue(
                sql.select(PROJECTION_GENERATION.GENERATION)
                        .from(PROJECTION_GENERATION)
                        .where(PROJECTION_GENERATION.STATE.eq("live")));
    }

    private void generation(int number, String state) {
        sql.insertInto(PROJECTION_GENERATION)
                .set(PROJECTION_GENERATION.PROJECTION, "usage")
                .set(PROJECTION_GENERATION.GENERATION, number)
                .set(PROJECTION_GENERATION.STATE, state)
                .execute();
    }

    private void token(String processor, int segment, long position) {
        byte[] token = ("{\"globalIndex\":" + position + "}").getBytes(StandardCharsets.UTF_8);
        sql.insertInto(TOKEN_ENTRY)
                .set(TOKEN_ENTRY.PROCESSOR_NAME, processor)
                .set(TOKEN_ENTRY.SEGMENT, segment)
                .set(TOKEN_ENTRY.TOKEN, token)
                .onDuplicateKeyUpdate()
                .set(TOKEN_ENTRY.TOKEN, token)
                .execute();
    }
}
