package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Sight;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// When keys were used last.
@Component
public final class KeyUses {

    private final WorkRead reads;

    KeyUses(WorkRead reads) {
        this.reads = reads;
    }

    /// Those of the keys that were ever used.
    public Map<UUID, Instant> last(Sight sight, Collection<UUID> keyIds) {
        Map<UUID, Instant> used = new HashMap<>();
        return reads.read(
                sight,
                jdbc -> {
                    jdbc.sql(
                                    """
                                    select key_id, last_used_at from work.api_key
                                    where tenant_id = :tenant and key_id = any (:keys) and last_used_at is not null
                                    """)
                            .param("tenant", sight.tenantId())
                            .param("keys", keyIds.toArray(UUID[]::new))
                            .query((row, number) ->
                                    used.put(
                                            row.getObject(1, UUID.class),
                                            row.getTimestamp(2).toInstant()))
                            .list();
                    return used;
                });
    }
}
