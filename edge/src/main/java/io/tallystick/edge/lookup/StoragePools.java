package io.tallystick.edge.lookup;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The storage that a partner has, and what of it its customers have.
@Repository
public class StoragePools {

    private final JdbcClient jdbc;

    StoragePools(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param version of the partner's settings
    /// @param allocatedMb the sum over all customers; more than there is where a pool was made
    ///   smaller
    public record Pool(long version, long storageMb, long allocatedMb) {

        public long availableMb() {
            return Math.max(0, storageMb - allocatedMb);
        }
    }

    public Pool of(UUID tenantId) {
        return jdbc.sql(
                        """
                        select settings_version as version, storage_mb, (
                          select coalesce(sum(customer.storage_mb), 0)::bigint from work.customer
                          where customer.tenant_id = :tenant and customer.storage_mb > 0) as allocated_mb
                        from work.partner where tenant_id = :tenant
                        """)
                .param("tenant", tenantId)
                .query(Pool.class)
                .single();
    }

    /// Called in the command's transaction. All who allocate of one pool do so one after the other,
    /// behind the lock of its row; what one gave away the next one counts. Less than a customer has
    /// may always be taken back, also of a pool that has become too small.
    ///
    /// @throws ApiProblem 409 where the pool has not so much left
    public void allocate(UUID tenantId, UUID customerId, int wantedMb) {
        lock(tenantId);
        long before =
                jdbc.sql(
                                """
                                select storage_mb from work.customer
                                where tenant_id = :tenant and customer_id = :customer
                                """)
                        .param("tenant", tenantId)
                        .param("customer", customerId)
                        .query(Long.class)
                        .single();
        long availableMb = of(tenantId).availableMb();
        if (wantedMb > before && wantedMb - before > availableMb) {
            String detail = "The partner has " + availableMb + " MB left.";
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "storage_exhausted",
                    detail,
                    List.of(new FieldError("/allocatedMb", "storage_exhausted", detail)));
        }
        jdbc.sql(
                        """
                        update work.customer set storage_mb = :storage
                        where tenant_id = :tenant and customer_id = :customer
                        """)
                .param("storage", wantedMb)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .update();
    }

    /// Called in the command's transaction.
    public void resize(UUID tenantId, long version, long storageMb) {
        lock(tenantId);
        jdbc.sql(
                        """
                        update work.partner set settings_version = :version, storage_mb = :storage
                        where tenant_id = :tenant
                        """)
                .param("version", version)
                .param("storage", storageMb)
                .param("tenant", tenantId)
                .update();
    }

    /// New customers refer to the row meanwhile, which this lock lets them.
    private void lock(UUID tenantId) {
        jdbc.sql("select 1 from work.partner where tenant_id = :tenant for no key update")
                .param("tenant", tenantId)
                .query(Integer.class)
                .single();
    }
}
