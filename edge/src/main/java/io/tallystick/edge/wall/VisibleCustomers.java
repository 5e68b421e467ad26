package io.tallystick.edge.wall;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.lookup.Storable;
import io.tallystick.edge.problem.ApiProblem;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The customer that a path names, as the last acknowledged command left it.
@Component
public final class VisibleCustomers {

    /// One look by two keys. Behind a policy an index is used only for what is compared by `=`.
    static final String FIND =
            """
            select customer_id, key, time_zone, currency, country from work.customer
            where tenant_id = :tenant and (customer_id = cast(:id as uuid) or key = :key)
            order by customer_id = cast(:id as uuid) desc nulls last limit 1
            """;

    private final WorkRead reads;

    VisibleCustomers(WorkRead reads) {
        this.reads = reads;
    }

    /// The customer of a path, where the caller may see it. Foreign, out of scope and absent are
    /// the same to the caller.
    ///
    /// @throws ApiProblem 404 otherwise
    public Customer visibleTo(Caller caller, String idOrKey) {
        return find(caller.sight(), idOrKey).orElseThrow(() -> ApiProblem.notFound("customer"));
    }

    /// `{customer}` of a path: the id or the external key. A key that looks like an id is found by
    /// the id first.
    public Optional<Customer> find(Sight sight, String idOrKey) {
        if (!Storable.is(idOrKey)) {
            return Optional.empty();
        }
        return reads.read(
                sight,
                jdbc ->
                        jdbc.sql(FIND)
                                .param("tenant", sight.tenantId())
                                .param("id", id(idOrKey))
                                .param("key", idOrKey)
                                .query(Customer.class)
                                .optional());
    }

    private static @Nullable UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
