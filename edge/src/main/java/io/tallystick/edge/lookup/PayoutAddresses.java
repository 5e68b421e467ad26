package io.tallystick.edge.lookup;

import io.tallystick.edge.lookup.Members.Member;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Where people are paid, as the last acknowledged command left it. An address stays when somebody
/// is paid no more, and is of use again when it is.
@Repository
public class PayoutAddresses {

    private final JdbcClient jdbc;

    PayoutAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// In a command's transaction the team is locked before.
    public Optional<String> find(Member member) {
        return jdbc.sql(
                        """
                        select email from work.payout_address
                        where tenant_id = :tenant and member_id = :member
                        """)
                .param("tenant", member.team().tenantId())
                .param("member", member.memberId())
                .query(String.class)
                .optional();
    }

    /// In a command's transaction the team is locked before.
    public boolean isPaid(Member member) {
        return PaidPeople.isOne(jdbc, member.team().tenantId(), member.memberId());
    }

    /// Called in the command's transaction.
    public void put(Member member, String email, Instant at) {
        jdbc.sql(
                        """
                        insert into work.payout_address (tenant_id, customer_id, member_id, email, confirmed_at)
                        values (:tenant, :customer, :member, :email, :at)
                        on conflict (tenant_id, member_id) do update
                        set email = excluded.email, confirmed_at = excluded.confirmed_at
                        """)
                .param("tenant", member.team().tenantId())
                .param("customer", member.team().customerId())
                .param("member", member.memberId())
                .param("email", email)
                .param("at", Invitations.time(at))
                .update();
    }
}
