package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Clients;
import io.tallystick.edge.lookup.Clients.Client;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Whom a customer serves.
@Component
public final class ShownClients {

    /// No id is higher.
    private static final UUID LAST = new UUID(-1, -1);

    private final WorkRead reads;

    ShownClients(WorkRead reads) {
        this.reads = reads;
    }

    public Optional<Client> find(Sight sight, UUID customerId, UUID clientId) {
        return reads.read(
                sight,
                jdbc ->
                        jdbc.sql(
                                        "select "
                                                + Clients.COLUMNS
                                                + """
                                                from work.client
                                                where tenant_id = :tenant and customer_id = :customer and client_id = :client
                                                """)
                                .param("tenant", sight.tenantId())
                                .param("customer", customerId)
                                .param("client", clientId)
                                .query(Client::read)
                                .optional());
    }

    /// Whoever came last comes first.
    ///
    /// @param archived those that are served no more, and not the others
    /// @param before the last of the page before, null for the first page
    public List<Client> newest(
            Sight sight, UUID customerId, boolean archived, @Nullable UUID before, int limit) {
        return reads.read(
                sight,
                jdbc ->
                        jdbc.sql(
                                        "select "
                                                + Clients.COLUMNS
                                                + """
                                                from work.client
                                                where tenant_id = :tenant and customer_id = :customer
                                                  and (archived_at is not null) = :archived and client_id < :before
                                                order by client_id desc limit :limit
                                                """)
                                .param("tenant", sight.tenantId())
                                .param("customer", customerId)
                                .param("archived", archived)
                                .param("before", before == null ? LAST : before)
                                .param("limit", limit)
                                .query(Client::read)
                                .list());
    }
}
