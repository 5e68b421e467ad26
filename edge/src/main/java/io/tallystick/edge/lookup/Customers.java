package io.tallystick.edge.lookup;

import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Customer key → customer, as the last acknowledged command left it.
@Repository
public class Customers {

    private static final String SELECT =
            "select customer_id, key, time_zone, currency, country from work.customer where tenant_id = :tenant and ";

    private final JdbcClient jdbc;
    private final KnownIds<Named> known = new KnownIds<>();

    private record Named(UUID tenantId, String key) {}

    Customers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a request needs to know of a customer before it can be judged.
    ///
    /// @param timeZone IANA name
    public record Customer(
            UUID customerId, String key, String timeZone, String currency, String country) {}

    public Optional<Customer> byKey(UUID tenantId, String key) {
        if (!Storable.is(key)) {
            return Optional.empty();
        }
        return jdbc.sql(SELECT + "key = :key")
                .param("tenant", tenantId)
                .param("key", key)
                .query(Customer.class)
                .optional();
    }

    public Optional<Customer> byId(UUID tenantId, UUID customerId) {
        return jdbc.sql(SELECT + "customer_id = :customer")
                .param("tenant", tenantId)
                .param("customer", customerId)
                .query(Customer.class)
                .optional();
    }

    /// At most one query for all subjects of a request; unknown ones are absent.
    public Map<String, UUID> idsByKey(UUID tenantId, Collection<String> keys) {
        Map<String, UUID> ids = new HashMap<>();
        List<String> unknown = new ArrayList<>();
        for (String key : keys) {
            known.find(new Named(tenantId, key))
                    .ifPresentOrElse(id -> ids.put(key, id), () -> unknown.add(key));
        }
        if (!unknown.isEmpty()) {
            ids.putAll(read(tenantId, unknown));
        }
        return ids;
    }

    private Map<String, UUID> read(UUID tenantId, Collection<String> keys) {
        Map<String, UUID> ids = new HashMap<>();
        jdbc.sql(
                        "select key, customer_id from work.customer where tenant_id = :tenant and key = any (:keys)")
                .param("tenant", tenantId)
                .param("keys", keys.stream().filter(Storable::is).toArray(String[]::new))
                .query((row, number) -> ids.put(row.getString(1), row.getObject(2, UUID.class)))
                .list();
        ids.forEach((key, id) -> known.keep(new Named(tenantId, key), id));
        return ids;
    }

    /// In whose country numbers are read, as the last acknowledged command left it.
    public Map<UUID, String> countries(UUID tenantId, Collection<UUID> customers) {
        Map<UUID, String> countries = new HashMap<>();
        jdbc.sql(
                        """
                        select customer_id, country from work.customer
                        where tenant_id = :tenant and customer_id = any (:customers)
                        """)
                .param("tenant", tenantId)
                .param("customers", customers.toArray(UUID[]::new))
                .query((row, number) ->
                        countries.put(row.getObject(1, UUID.class), row.getString(2)))
                .list();
        return countries;
    }

    /// Called in the command's transaction. The customer has a wallet from the start, so that there
    /// is always something to lock.
    ///
    /// @return false when the tenant has a customer with this key
    public boolean reserve(UUID tenantId, Customer customer) {
        return jdbc.sql(
                                """
                                with reserved as (
                                  insert into work.customer (tenant_id, customer_id, key, time_zone, currency, country)
                                  values (:tenant, :customer, :key, :timeZone, :currency, :country)
                                  on conflict (tenant_id, key) do nothing
                                  returning tenant_id, customer_id)
                                insert into work.credit_wallet (tenant_id, customer_id)
                                select tenant_id, customer_id from reserved
                                """)
                        .param("tenant", tenantId)
                        .param("customer", customer.customerId())
                        .param("key", customer.key())
                        .param("timeZone", customer.timeZone())
                        .param("currency", customer.currency())
                        .param("country", customer.country())
                        .update()
                == 1;
    }

    /// Called in the command's transaction.
    public void update(UUID tenantId, Customer customer) {
        jdbc.sql(
                        """
                        update work.customer set time_zone = :timeZone, currency = :currency, country = :country
                        where tenant_id = :tenant and customer_id = :customer
                        """)
                .param("tenant", tenantId)
                .param("customer", customer.customerId())
                .param("timeZone", customer.timeZone())
                .param("currency", customer.currency())
                .param("country", customer.country())
                .update();
    }

    /// Called in the command's transaction.
    public void keepEmail(UUID tenantId, UUID customerId, @Nullable String email) {
        jdbc.sql(
                        """
                        update work.customer set email = :email
                        where tenant_id = :tenant and customer_id = :customer
                        """)
                .param("email", email, Types.VARCHAR)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .update();
    }

    public @Nullable String email(UUID tenantId, UUID customerId) {
        return jdbc.sql(
                        """
                        select email from work.customer
                        where tenant_id = :tenant and customer_id = :customer
                        """)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single()
                .orElse(null);
    }
}
