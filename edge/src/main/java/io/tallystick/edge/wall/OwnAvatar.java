package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.picture.Png;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The picture of whoever asks; nobody else's can be asked for.
@Component
public final class OwnAvatar {

    private final WorkRead reads;

    OwnAvatar(WorkRead reads) {
        this.reads = reads;
    }

    /// Whoever is no member has none.
    public boolean isThere(Caller caller) {
        return caller.isMember()
                && reads.read(
                        caller.sight(),
                        jdbc ->
                                jdbc.sql(
                                                """
                                                select exists (
                                                  select from work.avatar where tenant_id = :tenant and member_id = :member)
                                                """)
                                        .param("tenant", caller.tenantId())
                                        .param("member", UUID.fromString(caller.actorId()))
                                        .query(Boolean.class)
                                        .single());
    }

    /// Whoever is no member has none.
    public Optional<Png> of(Caller caller) {
        if (!caller.isMember()) {
            return Optional.empty();
        }
        return reads.read(
                caller.sight(),
                jdbc ->
                        jdbc.sql(
                                        """
                                        select png, sha256 from work.avatar
                                        where tenant_id = :tenant and member_id = :member
                                        """)
                                .param("tenant", caller.tenantId())
                                .param("member", UUID.fromString(caller.actorId()))
                                .query((row, number) ->
                                        new Png(row.getBytes("png"), row.getString("sha256")))
                                .optional());
    }
}
