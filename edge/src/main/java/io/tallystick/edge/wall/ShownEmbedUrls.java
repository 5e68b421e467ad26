package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.EmbedUrls;
import io.tallystick.edge.lookup.EmbedUrls.EmbedUrl;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The embed URLs of a customer.
@Component
public final class ShownEmbedUrls {

    /// No id is higher.
    private static final UUID LAST = new UUID(-1, -1);

    private final WorkRead reads;

    ShownEmbedUrls(WorkRead reads) {
        this.reads = reads;
    }

    /// What was created last comes first.
    ///
    /// @param before the last of the page before, null for the first page
    public List<EmbedUrl> newest(Sight sight, UUID customerId, @Nullable UUID before, int limit) {
        return reads.read(
                sight,
                jdbc ->
                        jdbc.sql(
                                        "select "
                                                + EmbedUrls.COLUMNS
                                                + """
                                                from work.embed_url
                                                where tenant_id = :tenant and customer_id = :customer and embed_url_id < :before
                                                order by embed_url_id desc limit :limit
                                                """)
                                .param("tenant", sight.tenantId())
                                .param("customer", customerId)
                                .param("before", before == null ? LAST : before)
                                .param("limit", limit)
                                .query(EmbedUrl::read)
                                .list());
    }
}
