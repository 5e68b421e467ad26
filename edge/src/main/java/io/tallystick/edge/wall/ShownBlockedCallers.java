package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.BlockedCallers.BlockedCaller;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whom a customer does not let through.
@Component
public final class ShownBlockedCallers {

    private final WorkRead reads;

    ShownBlockedCallers(WorkRead reads) {
        this.reads = reads;
    }

    /// By primary key: a call waits for the answer.
    public Optional<BlockedCaller> find(Sight sight, UUID customerId, String number) {
        return reads.read(
                sight,
                jdbc ->
                        jdbc.sql(
                                        """
                                        select block_id, number, blocked_at from work.blocked_caller
                                        where tenant_id = :tenant and customer_id = :customer and number = :number
                                        """)
                                .param("tenant", sight.tenantId())
                                .param("customer", customerId)
                                .param("number", number)
                                .query(BlockedCaller::read)
                                .optional());
    }

    /// Which of some numbers are blocked.
    ///
    /// @param numbers as E.164 writes them
    public Set<String> among(Sight sight, UUID customerId, Set<String> numbers) {
        if (numbers.isEmpty()) {
            return Set.of();
        }
        return reads.read(
                sight,
                jdbc ->
                        jdbc.sql(
                                        """
                                        select number from work.blocked_caller
                                        where tenant_id = :tenant and customer_id = :customer and number in (:numbers)
                                        """)
                                .param("tenant", sight.tenantId())
                                .param("customer", customerId)
                                .param("numbers", numbers)
                                .query(String.class)
                                .set());
    }

    /// Whoever was blocked last comes first.
    ///
    /// @param before the last of the page before, null for the first page
    public List<BlockedCaller> newest(
            Sight sight, UUID customerId, @Nullable UUID before, int limit) {
        return reads.read(
                sight,
                jdbc ->
                        jdbc.sql(
                                        """
                                        select block_id, number, blocked_at from work.blocked_caller
                                        where tenant_id = :tenant and customer_id = :customer and block_id < :before
                                        order by block_id desc limit :limit
                                        """)
                                .param("tenant", sight.tenantId())
                                .param("customer", customerId)
                                .param("before", before == null ? LAST : before)
                                .param("limit", limit)
                                .query(BlockedCaller::read)
                                .list());
    }

    /// No id is higher.
    private static final UUID LAST = new UUID(-1, -1);
}
