package io.tallystick.edge.lookup;

import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.picture.Png;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The pictures of members. They live here and not in the log: who removes one means it.
@Repository
public class Avatars {

    private final JdbcClient jdbc;

    Avatars(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Called in the command's transaction.
    ///
    /// @return false when the member has this picture already
    public boolean put(Member member, Png avatar, Instant at) {
        return jdbc.sql(
                                """
                                insert into work.avatar (tenant_id, customer_id, member_id, png, sha256, changed_at)
                                values (:tenant, :customer, :member, :png, :sha256, :at)
                                on conflict (tenant_id, member_id) do update
                                set png = excluded.png, sha256 = excluded.sha256, changed_at = excluded.changed_at
                                where avatar.sha256 <> excluded.sha256
                                """)
                        .param("tenant", member.team().tenantId())
                        .param("customer", member.team().customerId(), Types.OTHER)
                        .param("member", member.memberId())
                        .param("png", avatar.bytes())
                        .param("sha256", avatar.sha256())
                        .param("at", Timestamp.from(at))
                        .update()
                == 1;
    }

    /// Called in the command's transaction.
    ///
    /// @return false when there was none
    public boolean remove(Member member) {
        return jdbc.sql("delete from work.avatar where tenant_id = :tenant and member_id = :member")
                        .param("tenant", member.team().tenantId())
                        .param("member", member.memberId())
                        .update()
                == 1;
    }
}
