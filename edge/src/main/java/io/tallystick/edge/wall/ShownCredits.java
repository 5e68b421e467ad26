package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Sight;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Credits of a customer as the ledger has booked them, and what commands hold beside it. Times are
/// those of the database.
@Component
public final class ShownCredits {

    private static final String POSITION =
            "select position from work.log_group where name = 'credits'";

    private static final String BALANCE =
            """
            select wallet.settled, wallet.overage,
              (select coalesce(sum(amount), 0) from work.credit_hold as hold
               where hold.tenant_id = :tenant and hold.customer_id = :customer
                 and state = 'active' and expires_at > clock_timestamp()) as held,
              (select coalesce(sum(amount), 0) from work.credit_pending as pending
               where pending.tenant_id = :tenant and pending.customer_id = :customer) as pending
            from work.credit_wallet as wallet where tenant_id = :tenant and customer_id = :customer
            """;

    private static final String LOTS =
            """
            select lot_id, kind, priority, effective_at, expires_at, note, amount, remaining, state
            from work.credit_lot
            where tenant_id = :tenant and customer_id = :customer and remaining > 0
            order by state, priority, expires_at nulls last, lot_id::text limit :limit
            """;

    private static final String TRANSACTIONS =
            """
            select position, ordinal, kind, recorded_at, amount, overage, settled_after, overage_after,
              meter, quantity, price, reference, note
            from work.credit_transaction
            where tenant_id = :tenant and customer_id = :customer and (position, ordinal) < (:position, :ordinal)
            order by position desc, ordinal desc limit :limit
            """;

    private static final String HOLDS =
            """
            select hold_id, call_id, amount, captured, created_at, expires_at,
              case when state = 'active' and expires_at <= clock_timestamp() then 'expired' else state end as state
            from work.credit_hold
            where tenant_id = :tenant and customer_id = :customer and hold_id < :before
            order by hold_id desc limit :limit
            """;

    private static final String CROSSINGS =
            """
            select position, exhausted, threshold, balance, recorded_at from work.credit_crossing
            where tenant_id = :tenant and customer_id = :customer and position < :before
            order by position desc limit :limit
            """;

    private static final String ALERTS =
            """
            select exhausted, threshold, armed from work.credit_alert
            where tenant_id = :tenant and customer_id = :customer order by exhausted desc, threshold
            """;

    private static final String BURNED =
            """
            select (recorded_at at time zone :zone)::date as day, meter, sum(overage - amount) as credits
            from work.credit_transaction
            where tenant_id = :tenant and customer_id = :customer and recorded_at >= :from and kind in ('usage', 'capture')
            group by day, meter order by day, meter nulls last
            """;

    private final WorkRead reads;

    ShownCredits(WorkRead reads) {
        this.reads = reads;
    }

    /// @param position that the ledger has reached at least
    public record Balance(
            BigDecimal settled,
            BigDecimal overage,
            BigDecimal held,
            BigDecimal pending,
            List<Lot> lots,
            List<Alert> alerts,
            long position) {

        /// What may still be held.
        public BigDecimal available() {
            return settled.subtract(held).subtract(pending);
        }
    }

    /// @param state `scheduled` or `active`
    public record Lot(
            UUID lotId,
            String kind,
            int priority,
            Instant effectiveAt,
            @Nullable Instant expiresAt,
            @Nullable String note,
            BigDecimal amount,
            BigDecimal remaining,
            String state) {

        private static Lot read(ResultSet row, int number) throws SQLException {
            return new Lot(
                    row.getObject("lot_id", UUID.class),
                    row.getString("kind"),
                    row.getInt("priority"),
                    instant(row, "effective_at"),
                    row.getObject("expires_at") == null ? null : instant(row, "expires_at"),
                    row.getString("note"),
                    row.getBigDecimal("amount"),
                    row.getBigDecimal("remaining"),
                    row.getString("state"));
        }
    }

    /// @param exhausted whether it is the alert that nothing is left
    /// @param armed whether the next crossing counts
    public record Alert(boolean exhausted, BigDecimal threshold, boolean armed) {}

    public record Transaction(
            long position,
            int ordinal,
            String kind,
            Instant recordedAt,
            BigDecimal amount,
            BigDecimal overage,
            BigDecimal settledAfter,
            BigDecimal overageAfter,
            @Nullable String meter,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal price,
            @Nullable String reference,
            @Nullable String note) {

        private static Transaction read(ResultSet row, int number) throws SQLException {
            return new Transaction(
                    row.getLong("position"),
                    row.getInt("ordinal"),
                    row.getString("kind"),
                    instant(row, "recorded_at"),
                    row.getBigDecimal("amount"),
                    row.getBigDecimal("overage"),
                    row.getBigDecimal("settled_after"),
                    row.getBigDecimal("overage_after"),
                    row.getString("meter"),
                    row.getBigDecimal("quantity"),
                    row.getBigDecimal("price"),
                    row.getString("reference"),
                    row.getString("note"));
        }
    }

    /// @param state `active`, `captured`, `released` or `expired`
    public record Hold(
            UUID holdId,
            String callId,
            BigDecimal amount,
            @Nullable BigDecimal captured,
            Instant createdAt,
            Instant expiresAt,
            String state) {

        private static Hold read(ResultSet row, int number) throws SQLException {
            return new Hold(
                    row.getObject("hold_id", UUID.class),
                    row.getString("call_id"),
                    row.getBigDecimal("amount"),
                    row.getBigDecimal("captured"),
                    instant(row, "created_at"),
                    instant(row, "expires_at"),
                    row.getString("state"));
        }
    }

    public record Crossing(
            long position,
            boolean exhausted,
            BigDecimal threshold,
            BigDecimal balance,
            Instant at) {

        private static Crossing read(ResultSet row, int number) throws SQLException {
            return new Crossing(
                    row.getLong("position"),
                    row.getBoolean("exhausted"),
                    row.getBigDecimal("threshold"),
                    row.getBigDecimal("balance"),
                    instant(row, "recorded_at"));
        }
    }

    /// @param meter null for what was captured and has not met its usage
    public record Burned(LocalDate day, @Nullable String meter, BigDecimal credits) {}

    /// A page of a list, and the position that the ledger has reached at least.
    public record Listed<T>(List<T> items, long position) {}

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /// The position is read before the rows, so they include it.
    public Balance balance(Sight sight, UUID customerId, int lotsMax) {
        return reads.read(
                sight,
                jdbc -> {
                    long position = position(jdbc);
                    List<Lot> lots =
                            of(jdbc, LOTS, sight, customerId)
                                    .param("limit", lotsMax)
                                    .query(Lot::read)
                                    .list();
                    List<Alert> alerts =
                            of(jdbc, ALERTS, sight, customerId)
                                    .query((row, number) ->
                                            new Alert(
                                                    row.getBoolean("exhausted"),
                                                    row.getBigDecimal("threshold"),
                                                    row.getBoolean("armed")))
                                    .list();
                    return of(jdbc, BALANCE, sight, customerId)
                            .query((row, number) ->
                                    new Balance(
                                            row.getBigDecimal("settled"),
                                            row.getBigDecimal("overage"),
                                            row.getBigDecimal("held"),
                                            row.getBigDecimal("pending"),
                                            lots,
                                            alerts,
                                            position))
                            .single();
                });
    }

    /// The newest first.
    ///
    /// @param position of the last of the page before
    /// @param ordinal of it
    public Listed<Transaction> transactions(
            Sight sight, UUID customerId, long position, int ordinal, int limit) {
        return reads.read(
                sight,
                jdbc -> {
                    long reached = position(jdbc);
                    return new Listed<>(
                            of(jdbc, TRANSACTIONS, sight, customerId)
                                    .param("position", position)
                                    .param("ordinal", ordinal)
                                    .param("limit", limit)
                                    .query(Transaction::read)
                                    .list(),
                            reached);
                });
    }

    /// The newest first.
    ///
    /// @param before the last of the page before, null for the first page
    public Listed<Hold> holds(Sight sight, UUID customerId, @Nullable UUID before, int limit) {
        return reads.read(
                sight,
                jdbc -> {
                    long reached = position(jdbc);
                    return new Listed<>(
                            of(jdbc, HOLDS, sight, customerId)
                                    .param("before", before == null ? LAST : before)
                                    .param("limit", limit)
                                    .query(Hold::read)
                                    .list(),
                            reached);
                });
    }

    /// The newest first.
    ///
    /// @param before the position of the last of the page before
    public Listed<Crossing> crossings(Sight sight, UUID customerId, long before, int limit) {
        return reads.read(
                sight,
                jdbc -> {
                    long reached = position(jdbc);
                    return new Listed<>(
                            of(jdbc, CROSSINGS, sight, customerId)
                                    .param("before", before)
                                    .param("limit", limit)
                                    .query(Crossing::read)
                                    .list(),
                            reached);
                });
    }

    /// What usage cost, by day of a time zone and by meter.
    public List<Burned> burned(Sight sight, UUID customerId, Instant from, String timeZone) {
        return reads.read(
                sight,
                jdbc ->
                        of(jdbc, BURNED, sight, customerId)
                                .param("from", from.atOffset(ZoneOffset.UTC))
                                .param("zone", timeZone)
                                .query((row, number) ->
                                        new Burned(
                                                row.getObject("day", LocalDate.class),
                                                row.getString("meter"),
                                                row.getBigDecimal("credits")))
                                .list());
    }

    private static long position(JdbcClient jdbc) {
        return jdbc.sql(POSITION).query(Long.class).single();
    }

    private static JdbcClient.StatementSpec of(
            JdbcClient jdbc, String sql, Sight sight, UUID customerId) {
        return jdbc.sql(sql).param("tenant", sight.tenantId()).param("customer", customerId);
    }

    /// No id is higher.
    private static final UUID LAST = new UUID(-1, -1);
}
