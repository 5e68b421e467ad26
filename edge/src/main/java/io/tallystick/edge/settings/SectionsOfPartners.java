package io.tallystick.edge.settings;

import io.tallystick.events.settings.PartnerSection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What is set for partners, as the last acknowledged command left it.
@Repository
public class SectionsOfPartners {

    private final JdbcClient jdbc;

    SectionsOfPartners(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// For commands, and for whoever was found to be the partner itself or above it.
    public PartnerSections of(UUID tenantId) {
        return find(jdbc, tenantId);
    }

    /// In one statement, so that version and sections belong together.
    public static PartnerSections find(JdbcClient jdbc, UUID tenantId) {
        Map<PartnerSectionType, PartnerSection> changed = new EnumMap<>(PartnerSectionType.class);
        List<Long> version =
                jdbc.sql(
                                """
                                select settings_version, section, fields::text
                                from work.partner left join work.partner_section using (tenant_id)
                                where tenant_id = :tenant
                                """)
                        .param("tenant", tenantId)
                        .query((row, number) -> {
                            read(row, changed);
                            return row.getLong("settings_version");
                        })
                        .list();
        return new PartnerSections(version.getFirst(), changed);
    }

    static void read(ResultSet row, Map<PartnerSectionType, PartnerSection> changed)
            throws SQLException {
        String section = row.getString("section");
        if (section != null) {
            PartnerSectionType type = PartnerSectionType.named(section).orElseThrow();
            changed.put(type, SectionJson.read(row.getString("fields"), type.record()));
        }
    }

    /// Called in the command's transaction.
    ///
    /// @param version of all that is set, with this section
    public void keep(UUID tenantId, long version, PartnerSection section) {
        jdbc.sql("update work.partner set settings_version = :version where tenant_id = :tenant")
                .param("version", version)
                .param("tenant", tenantId)
                .update();
        jdbc.sql(
                        """
                        insert into work.partner_section (tenant_id, section, fields)
                        values (:tenant, :section, :fields::jsonb)
                        on conflict (tenant_id, section) do update set fields = excluded.fields
                        """)
                .param("tenant", tenantId)
                .param("section", PartnerSectionType.of(section).key())
                .param("fields", SectionJson.text(section))
                .update();
    }
}
