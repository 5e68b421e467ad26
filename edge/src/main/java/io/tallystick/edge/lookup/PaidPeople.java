package io.tallystick.edge.lookup;

import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who is paid: publishers, and everybody of a customer that has Pay Per Call and whose partner may
/// give it. People of a partner itself are not.
public final class PaidPeople {

    /// What a row of `work.member` is asked, where it is called `member`.
    public static final String ARE =
            """
            member.customer_id is not null and (member.role = 'publisher' or exists (
              select from work.customer_section as section
              where section.tenant_id = member.tenant_id and section.customer_id = member.customer_id
                and section.section = 'features' and (section.fields ->> 'payPerCall')::boolean)
              and not exists (
                select from work.partner_section as given
                where given.tenant_id = member.tenant_id and given.section = 'addOns'
                  and not (given.fields ->> 'payPerCall')::boolean))
            """;

    private PaidPeople() {}

    /// Whether a member is one of them.
    public static boolean isOne(JdbcClient jdbc, UUID tenantId, UUID memberId) {
        return jdbc.sql(
                        """
                        select exists (
                          select from work.member
                          where tenant_id = :tenant and member_id = :member and %s)
                        """
                                .formatted(ARE))
                .param("tenant", tenantId)
                .param("member", memberId)
                .query(Boolean.class)
                .single();
    }
}
