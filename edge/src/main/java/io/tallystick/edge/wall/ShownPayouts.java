package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.PaidPeople;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where people are paid. Of whoever is paid no more nothing is shown.
@Component
public final class ShownPayouts {

    private static final String SELECT =
            """
            select payout.member_id, member.name, payout.email, payout.confirmed_at
            from work.payout_address as payout join work.member as member using (tenant_id, member_id)
            where payout.tenant_id = :tenant and
            """
                    + PaidPeople.ARE;

    /// No id is lower.
    private static final UUID FIRST = new UUID(0, 0);

    private final WorkRead reads;

    ShownPayouts(WorkRead reads) {
        this.reads = reads;
    }

    /// @param email of the account that takes the money
    /// @param confirmedAt since when
    public record Payout(UUID memberId, String name, String email, Instant confirmedAt) {

        private static Payout read(ResultSet row, int number) throws SQLException {
            return new Payout(
                    row.getObject("member_id", UUID.class),
                    row.getString("name"),
                    row.getString("email"),
                    row.getObject("confirmed_at", OffsetDateTime.class).toInstant());
        }
    }

    /// Whether somebody is paid at all.
    public boolean isPaid(Caller caller) {
        return caller.isMember()
                && caller.customerScope() != null
                && reads.read(
                        caller.sight(),
                        jdbc ->
                                PaidPeople.isOne(
                                        jdbc,
                                        caller.tenantId(),
                                        UUID.fromString(caller.actorId())));
    }

    /// One's own.
    public Optional<Payout> of(Caller caller) {
        return reads.read(
                caller.sight(),
                jdbc ->
                        jdbc.sql(SELECT + "and payout.member_id = :member")
                                .param("tenant", caller.tenantId())
                                .param("member", UUID.fromString(caller.actorId()))
                                .query(Payout::read)
                                .optional());
    }

    /// Of the people of a customer, in the order in which they joined.
    ///
    /// @param after the last of the page before, null for the first page
    public List<Payout> list(Sight sight, UUID customerId, @Nullable UUID after, int limit) {
        return reads.read(
                sight,
                jdbc ->
                        jdbc.sql(
                                        SELECT
                                                + """
                                                and payout.customer_id = :customer and payout.member_id > :after
                                                order by payout.member_id limit :limit
                                                """)
                                .param("tenant", sight.tenantId())
                                .param("customer", customerId)
                                .param("after", after == null ? FIRST : after)
                                .param("limit", limit)
                                .query(Payout::read)
                                .list());
    }
}
