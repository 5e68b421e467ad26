package io.tallystick.command.credits;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What commands read and write of wallets and holds, behind the lock of the wallet. Time is that
/// of the database, so that all nodes have the same.
@Repository
class CreditRows {

    private static final int DUE_AT_ONCE = 500;

    private static final String DUE =
            """
            select tenant_id, customer_id, lot_id, %s as at from work.credit_lot
            where %s and %s <= clock_timestamp() order by %s limit :limit
            """;

    private static final String HOLD =
            """
            tenant_id, customer_id, hold_id, call_id, amount, captured, expires_at,
              case when state = 'active' and expires_at <= clock_timestamp() then 'expired' else state end as state
            """;

    private final JdbcClient jdbc;

    CreditRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param settled what lots have left now
    /// @param held by holds that are active now
    /// @param pending what commands have taken and the ledger has not booked yet
    /// @param exhaustedFor how long nothing has been left, null where something is
    record Balance(
            BigDecimal settled,
            BigDecimal overage,
            BigDecimal held,
            BigDecimal pending,
            @Nullable Duration exhaustedFor) {

        /// What may still be taken, above zero.
        BigDecimal free() {
            return settled.subtract(overage).subtract(held).subtract(pending);
        }
    }

    /// @param state `active`, `captured`, `released` or `expired`, as it is now
    record Hold(
            UUID tenantId,
            UUID customerId,
            UUID holdId,
            String callId,
            BigDecimal amount,
            @Nullable BigDecimal captured,
            Instant expiresAt,
            String state) {

        Hold now(String ended, @Nullable BigDecimal taken) {
            return new Hold(tenantId, customerId, holdId, callId, amount, taken, expiresAt, ended);
        }

        private static Hold read(ResultSet row, int number) throws SQLException {
            return new Hold(
                    row.getObject("tenant_id", UUID.class),
                    row.getObject("customer_id", UUID.class),
                    row.getObject("hold_id", UUID.class),
                    row.getString("call_id"),
                    row.getBigDecimal("amount"),
                    row.getBigDecimal("captured"),
                    instant(row, "expires_at"),
                    row.getString("state"));
        }
    }

    record Due(UUID tenantId, UUID customerId, UUID lotId, Instant at) {

        private static Due read(ResultSet row, int number) throws SQLException {
            return new Due(
                    row.getObject("tenant_id", UUID.class),
                    row.getObject("customer_id", UUID.class),
                    row.getObject("lot_id", UUID.class),
                    instant(row, "at"));
        }
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// Called first in a command's transaction: what is decided of one wallet is decided one after
    /// the other, on all nodes.
    void lock(WalletId wallet) {
        jdbc.sql(
                        """
                        select 1 from work.credit_wallet
                        where tenant_id = :tenant and customer_id = :customer for no key update
                        """)
                .param("tenant", wallet.tenantId())
                .param("customer", wallet.customerId())
                .query(Integer.class)
                .single();
    }

    /// In a command's transaction the wallet is locked before.
    Balance balance(WalletId wallet) {
        return jdbc.sql(
                        """
                        select
                          (select coalesce(sum(remaining), 0) from work.credit_lot
                           where tenant_id = :tenant and customer_id = :customer and remaining > 0
                             and effective_at <= clock_timestamp()
                             and (expires_at is null or expires_at > clock_timestamp())) as settled,
                          overage,
                          (select coalesce(sum(amount), 0) from work.credit_hold
                           where tenant_id = :tenant and customer_id = :customer and state = 'active'
                             and expires_at > clock_timestamp()) as held,
                          (select coalesce(sum(amount), 0) from work.credit_pending
                           where tenant_id = :tenant and customer_id = :customer) as pending,
                          extract(epoch from clock_timestamp() - exhausted_at)::bigint as exhausted
                        from work.credit_wallet where tenant_id = :tenant and customer_id = :customer
                        """)
                .param("tenant", wallet.tenantId())
                .param("customer", wallet.customerId())
                .query((row, number) -> {
                    Long exhausted = row.getObject("exhausted", Long.class);
                    return new Balance(
                            row.getBigDecimal("settled"),
                            row.getBigDecimal("overage"),
                            row.getBigDecimal("held"),
                            row.getBigDecimal("pending"),
                            exhausted == null ? null : Duration.ofSeconds(exhausted));
                })
                .single();
    }

    /// @return when it ends; empty where credits are or were held for the call
    Optional<Instant> hold(
            WalletId wallet, UUID holdId, String callId, BigDecimal amount, int ttlSeconds) {
        return jdbc.sql(
                        """
                        insert into work.credit_hold
                          (tenant_id, customer_id, hold_id, call_id, amount, state, created_at, expires_at)
                        values (:tenant, :customer, :hold, :call, :amount, 'active', clock_timestamp(),
                          date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => :ttl))
                        on conflict (tenant_id, customer_id, call_id) where state in ('active', 'captured') do nothing
                        returning expires_at
                        """)
                .param("tenant", wallet.tenantId())
                .param("customer", wallet.customerId())
                .param("hold", holdId)
                .param("call", callId)
                .param("amount", amount)
                .param("ttl", ttlSeconds)
                .query((row, number) -> instant(row, "expires_at"))
                .optional();
    }

    /// The wallet is locked before.
    Optional<Hold> find(WalletId wallet, UUID holdId) {
        return jdbc.sql(
                        "select "
                                + HOLD
                                + """
                                from work.credit_hold
                                where tenant_id = :tenant and customer_id = :customer and hold_id = :hold
                                for no key update
                                """)
                .param("tenant", wallet.tenantId())
                .param("customer", wallet.customerId())
                .param("hold", holdId)
                .query(Hold::read)
                .optional();
    }

    Hold extend(Hold hold, BigDecimal amount, int ttlSeconds) {
        return jdbc.sql(
                        """
                        update work.credit_hold
                        set amount = :amount, expires_at = date_trunc('milliseconds', clock_timestamp()) + make_interval(secs => :ttl)
                        where tenant_id = :tenant and customer_id = :customer and hold_id = :hold
                        returning
                        """
                                + HOLD)
                .param("amount", amount)
                .param("ttl", ttlSeconds)
                .param("tenant", hold.tenantId())
                .param("customer", hold.customerId())
                .param("hold", hold.holdId())
                .query(Hold::read)
                .single();
    }

    /// @param captured null where it is released
    void end(Hold hold, String state, @Nullable BigDecimal captured) {
        jdbc.sql(
                        """
                        update work.credit_hold set state = :state, captured = :captured
                        where tenant_id = :tenant and customer_id = :customer and hold_id = :hold
                        """)
                .param("state", state)
                .param("captured", captured, Types.NUMERIC)
                .param("tenant", hold.tenantId())
                .param("customer", hold.customerId())
                .param("hold", hold.holdId())
                .update();
    }

    /// Taken, and to be booked by the ledger.
    ///
    /// @param factId deduction or hold
    void pend(WalletId wallet, UUID factId, BigDecimal amount) {
        jdbc.sql(
                        """
                        insert into work.credit_pending (tenant_id, customer_id, fact_id, amount)
                        values (:tenant, :customer, :fact, :amount)
                        """)
                .param("tenant", wallet.tenantId())
                .param("customer", wallet.customerId())
                .param("fact", factId)
                .param("amount", amount)
                .update();
    }

    /// Called in the transaction of the ledger, of all tenants.
    void booked(Collection<UUID> facts) {
        if (!facts.isEmpty()) {
            jdbc.sql("delete from work.credit_pending where fact_id = any (:facts)")
                    .param("facts", facts.toArray(UUID[]::new))
                    .update();
        }
    }

    /// Lots whose time has come, of all tenants.
    List<Due> begun() {
        return due("effective_at", "state = 'scheduled'");
    }

    /// Lots whose time is over, of all tenants.
    List<Due> ended() {
        return due("expires_at", "state <> 'expired'");
    }

    private List<Due> due(String column, String which) {
        return jdbc.sql(DUE.formatted(column, which, column, column))
                .param("limit", DUE_AT_ONCE)
                .query(Due::read)
                .list();
    }

    /// Ends what has expired, of all tenants. A command that has locked a hold decides first.
    List<Hold> expireHolds() {
        return jdbc.sql(
                        """
                        update work.credit_hold set state = 'expired'
                        where (tenant_id, customer_id, hold_id) in (
                          select tenant_id, customer_id, hold_id from work.credit_hold
                          where state = 'active' and expires_at <= clock_timestamp()
                          order by expires_at limit :limit for no key update skip locked)
                        returning
                        """
                                + HOLD)
                .param("limit", DUE_AT_ONCE)
                .query(Hold::read)
                .list();
    }
}
