package io.tallystick.projections.contacts;

import static io.tallystick.readmodel.Tables.CONTACT_DEAD_LETTER_ALL;
import static io.tallystick.readmodel.Tables.CONTACT_EVIDENCE_ALL;
import static io.tallystick.readmodel.Tables.SELF_HEALED_CONTACT_ALL;
import static io.tallystick.readmodel.Tables.SELF_HEALED_VERSION_ALL;

import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.projections.Projection;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/// Numbers of contacts that were enriched, confirmed and not flagged, with all that they ever were.
/// They feed no meter, so they have a projection of their own.
@Component
final class SelfHealedContactsProjection implements Projection {

    private final UsageReader reader;
    private final DSLContext sql;

    SelfHealedContactsProjection(UsageReader reader, DSLContext sql) {
        this.reader = reader;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "self-healed-contacts";
    }

    @Override
    public Object handler(int generation) {
        return new SelfHealedContactsProjector(
                reader,
                new EvidenceTable(generation, sql),
                new HealedTables(generation, sql),
                new DeadLetterTable(generation, sql));
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(
                CONTACT_EVIDENCE_ALL,
                SELF_HEALED_CONTACT_ALL,
                SELF_HEALED_VERSION_ALL,
                CONTACT_DEAD_LETTER_ALL);
    }
}
