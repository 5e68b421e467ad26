package io.tallystick.edge.lookup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Whom customers do not let through, as the last acknowledged command left it. The telephony
/// platform asks before it connects a call.
@Repository
public class BlockedCallers {

    private final JdbcClient jdbc;

    BlockedCallers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param blockId another one each time that the same caller is blocked
    /// @param number as E.164 writes it
    public record BlockedCaller(UUID blockId, String number, Instant blockedAt) {

        public static BlockedCaller read(ResultSet row, int ignored) throws SQLException {
            return new BlockedCaller(
                    row.getObject("block_id", UUID.class),
                    row.getString("number"),
                    row.getObject("blocked_at", OffsetDateTime.class).toInstant());
        }
    }

    public Optional<BlockedCaller> find(UUID tenantId, UUID customerId, String number) {
        return jdbc.sql(
                        """
                        select block_id, number, blocked_at from work.blocked_caller
                        where tenant_id = :tenant and customer_id = :customer and number = :number
                        """)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .param("number", number)
                .query(BlockedCaller::read)
                .optional();
    }

    /// In a command's transaction the customer is locked before.
    public int count(UUID tenantId, UUID customerId) {
        return jdbc.sql(
                        """
                        select count(*) from work.blocked_caller
                        where tenant_id = :tenant and customer_id = :customer
                        """)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .query(Integer.class)
                .single();
    }

    /// Called in the command's transaction, for one that is not blocked.
    public void block(UUID tenantId, UUID customerId, BlockedCaller caller) {
        jdbc.sql(
                        """
                        insert into work.blocked_caller (tenant_id, customer_id, block_id, number, blocked_at)
                        values (:tenant, :customer, :block, :number, :at)
                        """)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .param("block", caller.blockId())
                .param("number", caller.number())
                .param("at", Invitations.time(caller.blockedAt()))
                .update();
    }

    /// Called in the command's transaction.
    public void unblock(UUID tenantId, UUID customerId, BlockedCaller caller) {
        jdbc.sql(
                        """
                        delete from work.blocked_caller
                        where tenant_id = :tenant and customer_id = :customer and number = :number
                        """)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .param("number", caller.number())
                .update();
    }
}
