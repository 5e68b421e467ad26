package io.tallystick.edge.settings;

import io.tallystick.events.settings.PartnerSection;
import io.tallystick.events.settings.Section;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is set for customers, as the last acknowledged command left it.
@Repository
public class Sections {

    private final JdbcClient jdbc;

    Sections(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Called in the command's transaction.
    public CustomerSections of(UUID tenantId, UUID customerId) {
        return find(jdbc, tenantId, customerId).orElseThrow();
    }

    /// In one statement, so that version and sections belong together, and those of the partner
    /// with them.
    public static Optional<CustomerSections> find(JdbcClient jdbc, UUID tenantId, UUID customerId) {
        Map<SectionType, Section> changed = new EnumMap<>(SectionType.class);
        Map<PartnerSectionType, PartnerSection> above = new EnumMap<>(PartnerSectionType.class);
        List<Long> versions = new ArrayList<>();
        jdbc.sql(
                        """
                        select settings_version as version, section, fields::text
                        from work.customer left join work.customer_section using (tenant_id, customer_id)
                        where tenant_id = :tenant and customer_id = :customer
                        union all
                        select null, section, fields::text from work.partner_section
                        where tenant_id = :tenant
                        """)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .query(row -> {
                    Long version = row.getObject("version", Long.class);
                    if (version == null) {
                        SectionsOfPartners.read(row, above);
                    } else {
                        versions.add(version);
                        read(row, changed);
                    }
                });
        return versions.stream()
                .findFirst()
                .map(version ->
                        new CustomerSections(version, changed, new PartnerSections(0, above)));
    }

    private static void read(ResultSet row, Map<SectionType, Section> changed) throws SQLException {
        String section = row.getString("section");
        if (section != null) {
            SectionType type = SectionType.named(section).orElseThrow();
            changed.put(type, SectionJson.read(row.getString("fields"), type.record()));
        }
    }

    /// Called in the command's transaction.
    ///
    /// @param version of all sections, with this one
    public void keep(UUID tenantId, UUID customerId, long version, Section section) {
        jdbc.sql(
                        """
                        update work.customer set settings_version = :version
                        where tenant_id = :tenant and customer_id = :customer
                        """)
                .param("version", version)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .update();
        jdbc.sql(
                        """
                        insert into work.customer_section (tenant_id, customer_id, section, fields)
                        values (:tenant, :customer, :section, :fields::jsonb)
                        on conflict (tenant_id, customer_id, section) do update set fields = excluded.fields
                        """)
                .param("tenant", tenantId)
                .param("customer", customerId)
                .param("section", SectionType.of(section).key())
                .param("fields", SectionJson.text(section))
                .update();
    }
}
