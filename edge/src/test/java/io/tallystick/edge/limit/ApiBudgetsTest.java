package io.tallystick.edge.limit;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.ApiKeys.ActiveKey;
import io.tallystick.edge.lookup.ApiKeys.ApiKey;
import io.tallystick.edge.lookup.LookUps;
import io.tallystick.edge.lookup.Partners;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Two nodes, each with its own objects, on one database.
@Tag("postgres15")
@SuppressWarnings("NullAway.Init")
class ApiBudgetsTest {

    private static final long MINUTE_MICROS = 60_000_000;
    private static final long NOW = 1_795_000_000_000_000L;
    private static final ApiLimits STANDARD = new ApiLimits(0, ApiTier.STANDARD, null);

    private static LookUps lookUps;
    private static ApiBudgets one;
    private static ApiBudgets other;

    @BeforeAll
    static void open() {
        lookUps = new LookUps();
        one = new ApiBudgets(lookUps.dataSource());
        other = new ApiBudgets(lookUps.dataSource());
    }

    @AfterAll
    static void close() {
        lookUps.close();
    }

    @Test
    void the_hundred_and_first_request_is_refused_whichever_node_it_meets() {
        UUID customer = UUID.randomUUID();
        for (int request = 0; request < 100; request++) {
            Spent spent = node(request).request(key(customer, NOW), STANDARD);
            assertThat(spent.allowed()).as("request %s", request).isTrue();
            assertThat(spent.left()).isEqualTo(99 - request);
        }

        for (ApiBudgets node : new ApiBudgets[] {one, other}) {
            Spent refused = node.request(key(customer, NOW), STANDARD);
            assertThat(refused.allowed()).isFalse();
            assertThat(refused.left()).isZero();
            assertThat(refused.reset().toSeconds()).isBetween(50L, 60L);
        }
    }

    @Test
    void of_many_who_ask_at_once_on_two_nodes_a_hundred_pass() throws Exception {
        UUID customer = UUID.randomUUID();
        var allowed = new AtomicInteger();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (int request = 0; request < 160; request++) {
                ApiBudgets node = node(request);
                threads.execute(() -> {
                    if (node.request(key(customer, NOW), STANDARD).allowed()) {
                        allowed.incrementAndGet();
                    }
                });
            }
        }
        assertThat(allowed).hasValue(100);
    }

    @Test
    void whoever_waits_for_the_budget_of_a_busy_customer_holds_no_connection() throws Exception {
        UUID customer = UUID.randomUUID();
        use(1, customer, NOW);
        try (var connection = lookUps.dataSource().getConnection();
                var statement = connection.createStatement();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            connection.setAutoCommit(false);
            statement.execute(
                    "select 1 from work.api_budget where id like '%" + customer + "%' for update");
            List<Future<Spent>> waiting = new ArrayList<>();
            for (int request = 0; request < 30; request++) {
                waiting.add(threads.submit(() -> one.request(key(customer, NOW), STANDARD)));
            }
            TimeUnit.MILLISECONDS.sleep(500);
            int taken = lookUps.dataSource().getHikariPoolMXBean().getActiveConnections();
            connection.rollback();

            assertThat(taken).as("this one, and that of who asks for all").isEqualTo(2);
            for (Future<Spent> spent : waiting) {
                assertThat(spent.get(20, TimeUnit.SECONDS).allowed()).isTrue();
            }
        }
    }

    @Test
    void a_budget_is_filled_up_when_the_minute_of_the_database_is_over_and_not_before() {
        UUID customer = UUID.randomUUID();
        use(100, customer, NOW);

        assertThat(one.request(key(customer, NOW + MINUTE_MICROS - 5_000_000), STANDARD).allowed())
                .isFalse();
        Spent next = other.request(key(customer, NOW + MINUTE_MICROS + 1_000_000), STANDARD);
        assertThat(next.allowed()).isTrue();
        assertThat(next.left()).isEqualTo(99);
    }

    @Test
    void another_tier_holds_at_once_and_what_was_used_stays_used() {
        UUID customer = UUID.randomUUID();
        use(100, customer, NOW);
        assertThat(one.request(key(customer, NOW), STANDARD).allowed()).isFalse();

        Spent premium = other.request(key(customer, NOW), new ApiLimits(1, ApiTier.PREMIUM, null));
        assertThat(premium.allowed()).isTrue();
        assertThat(premium.limit()).isEqualTo(500);
        assertThat(premium.left()).isEqualTo(399);

        Spent less = one.request(key(customer, NOW), new ApiLimits(2, ApiTier.ENTERPRISE, 3));
        assertThat(less.left()).isLessThan(3);
        use(2, customer, NOW, new ApiLimits(2, ApiTier.ENTERPRISE, 3));
        assertThat(
                        one.request(key(customer, NOW), new ApiLimits(2, ApiTier.ENTERPRISE, 3))
                                .allowed())
                .isFalse();
    }

    @Test
    void usage_has_a_budget_of_its_own_and_a_batch_is_taken_whole_or_not() {
        UUID customer = UUID.randomUUID();
        use(100, customer, NOW);

        assertThat(one.events(key(customer, NOW), STANDARD, 10_000).left()).isEqualTo(90_000);
        assertThat(one.events(key(customer, NOW), STANDARD, 85_000).allowed()).isTrue();
        Spent refused = other.events(key(customer, NOW), STANDARD, 10_000);
        assertThat(refused.allowed()).isFalse();
        assertThat(refused.left()).isEqualTo(5_000);
        assertThat(other.events(key(customer, NOW), STANDARD, 5_000).allowed()).isTrue();
    }

    @Test
    void a_small_number_still_lets_the_largest_batch_through() {
        var one = new ApiLimits(1, ApiTier.ENTERPRISE, 1);

        assertThat(one.requestsPerMinute()).isEqualTo(1);
        assertThat(one.eventsPerMinute()).isEqualTo(10_000);
    }

    @Test
    void customers_have_budgets_of_their_own() {
        use(100, UUID.randomUUID(), NOW);

        assertThat(one.request(key(UUID.randomUUID(), NOW), STANDARD).left()).isEqualTo(99);
    }

    private static void use(int times, UUID customer, long now) {
        use(times, customer, now, STANDARD);
    }

    private static void use(int times, UUID customer, long now, ApiLimits limits) {
        for (int i = 0; i < times; i++) {
            node(i).request(key(customer, now), limits);
        }
    }

    private static ApiBudgets node(int request) {
        return request % 2 == 0 ? one : other;
    }

    private static ActiveKey key(UUID customer, long now) {
        var key =
                new ApiKey(
                        Partners.DEFAULT,
                        UUID.randomUUID(),
                        "customer",
                        customer,
                        "Key",
                        "tsk",
                        Set.of(Permission.READ));
        return new ActiveKey(key, STANDARD, true, now * 1_000 - System.nanoTime());
    }
}
