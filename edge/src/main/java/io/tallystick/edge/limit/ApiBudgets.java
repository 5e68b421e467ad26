package io.tallystick.edge.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.BucketExceptions.BucketExecutionException;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TokensInheritanceStrategy;
import io.github.bucket4j.distributed.BucketProxy;
import io.github.bucket4j.distributed.jdbc.PrimaryKeyMapper;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.postgresql.Bucket4jPostgreSQL;
import io.tallystick.edge.lookup.ApiKeys.ActiveKey;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/// What the keys of each customer may still ask in this minute, kept in the database for all nodes.
/// A budget is filled up at once when its minute is over, and a minute begins where the one before
/// ended. Keys of operators and partners have none.
@Component
public class ApiBudgets {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /// Somebody else holds the row no longer than it takes to write it.
    private static final Duration WAIT_MAX = Duration.ofSeconds(2);

    /// What is not there is made again from the database.
    private static final int SHARED_MAX = 10_000;

    private static final String EVENTS = "-events";

    private final DatabaseTime time = new DatabaseTime();
    private final ProxyManager<String> buckets;

    /// Requests of one customer that arrive together are settled together: one of them asks the
    /// database for all, and the others wait without a connection.
    private final Cache<Budget, BucketProxy> shared =
            Caffeine.newBuilder().maximumSize(SHARED_MAX).expireAfterAccess(MINUTE).build();

    private record Budget(String id, long version, long perMinute) {}

    ApiBudgets(DataSource dataSource) {
        buckets =
                Bucket4jPostgreSQL.selectForUpdateBasedBuilder(dataSource)
                        .primaryKeyMapper(PrimaryKeyMapper.STRING)
                        .table("work.api_budget")
                        .clientClock(time)
                        .requestTimeout(WAIT_MAX)
                        .build();
    }

    /// Called before anything else is done for a request of a customer's key.
    public Spent request(ActiveKey active, ApiLimits limits) {
        return spend(active, limits, limits.tier().lower(), limits.requestsPerMinute(), 1);
    }

    /// Usage has a budget of its own, in events: whoever reads much still can count.
    public Spent events(ActiveKey active, ApiLimits limits, int events) {
        String policy = limits.tier().lower() + EVENTS;
        return spend(active, limits, policy, limits.eventsPerMinute(), Math.max(1, events));
    }

    private Spent spend(
            ActiveKey active, ApiLimits limits, String policy, long perMinute, long tokens) {
        time.isAhead(active.databaseAheadNanos());
        String id = id(active.key().tenantId(), active.key().customerId(), policy);
        try {
            ConsumptionProbe probe =
                    shared.get(new Budget(id, limits.version(), perMinute), this::bucket)
                            .tryConsumeAndReturnRemaining(tokens);
            return new Spent(
                    probe.isConsumed(),
                    policy,
                    perMinute,
                    probe.getRemainingTokens(),
                    Duration.ofNanos(probe.getNanosToWaitForReset()));
        } catch (BucketExecutionException away) {
            throw new DataAccessResourceFailureException("the budget could not be read", away);
        }
    }

    private BucketProxy bucket(Budget budget) {
        return buckets.builder()
                .withOptimization(Optimizations.batching())
                .withImplicitConfigurationReplacement(
                        budget.version(), TokensInheritanceStrategy.ADDITIVE)
                .build(budget.id(), () -> perMinute(budget.perMinute()));
    }

    private static String id(UUID tenantId, @Nullable UUID customerId, String policy) {
        String counted = policy.endsWith(EVENTS) ? "events" : "requests";
        return tenantId + "/" + customerId + "/" + counted;
    }

    private static BucketConfiguration perMinute(long tokens) {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(tokens).refillIntervally(tokens, MINUTE))
                .build();
    }
}
