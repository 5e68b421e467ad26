package io.tallystick.projections.contacts;

import static io.tallystick.readmodel.Tables.SELF_HEALED_CONTACT_ALL;
import static io.tallystick.readmodel.Tables.SELF_HEALED_VERSION_ALL;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import io.tallystick.projections.Columns;
import io.tallystick.projections.Columns.ValueOrNull;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.DSLContext;

/// Rows and what they ever were, in one generation.
final class HealedTables {

    private final int generation;
    private final DSLContext sql;

    HealedTables(int generation, DSLContext sql) {
        this.generation = generation;
        this.sql = sql;
    }

    private record Row(Contact contact, String newNumber) {}

    /// @param versions of each row in their order
    void write(List<Version> versions) {
        if (versions.isEmpty()) {
            return;
        }
        insert(versions);
        Map<Row, Version> last = new LinkedHashMap<>();
        versions.forEach(
                version -> last.put(new Row(version.contact(), version.newNumber()), version));
        List<Version> there = new ArrayList<>();
        List<Version> gone = new ArrayList<>();
        last.values().forEach(version -> (version.healed() == null ? gone : there).add(version));
        upsert(there);
        delete(gone);
    }

    private void insert(List<Version> versions) {
        Columns<Version> columns =
                new Columns<>(versions)
                        .add(SELF_HEALED_VERSION_ALL.GENERATION, version -> generation)
                        .add(SELF_HEALED_VERSION_ALL.TENANT_ID, it -> it.contact().tenantId())
                        .add(SELF_HEALED_VERSION_ALL.CUSTOMER_ID, it -> it.contact().customerId())
                        .add(SELF_HEALED_VERSION_ALL.CONTACT_ID, it -> it.contact().contactId())
                        .add(SELF_HEALED_VERSION_ALL.NEW_NUMBER, Version::newNumber)
                        .add(SELF_HEALED_VERSION_ALL.POSITION, Version::position)
                        .addOrNull(SELF_HEALED_VERSION_ALL.EXTERNAL_ID, of(Healed::externalId))
                        .addOrNull(SELF_HEALED_VERSION_ALL.OLD_NUMBER, of(Healed::oldNumber))
                        .addOrNull(SELF_HEALED_VERSION_ALL.ENRICHED_AT, of(Healed::enrichedAt))
                        .addOrNull(SELF_HEALED_VERSION_ALL.CONFIRMED_AT, of(Healed::confirmedAt))
                        .addOrNull(SELF_HEALED_VERSION_ALL.FLAGGED_AT, of(Healed::flaggedAt));
        sql.insertInto(SELF_HEALED_VERSION_ALL, columns.targets())
                .select(select(columns.values()).from(columns.table()))
                .execute();
    }

    private static <V> ValueOrNull<Version, V> of(ValueOrNull<Healed, V> value) {
        return version -> {
            Healed healed = version.healed();
            return healed == null ? null : value.of(healed);
        };
    }

    private void upsert(Collection<Version> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Columns<Version> columns =
                new Columns<>(List.copyOf(rows))
                        .add(SELF_HEALED_CONTACT_ALL.GENERATION, version -> generation)
                        .add(SELF_HEALED_CONTACT_ALL.TENANT_ID, it -> it.contact().tenantId())
                        .add(SELF_HEALED_CONTACT_ALL.CUSTOMER_ID, it -> it.contact().customerId())
                        .add(SELF_HEALED_CONTACT_ALL.CONTACT_ID, it -> it.contact().contactId())
                        .add(SELF_HEALED_CONTACT_ALL.NEW_NUMBER, Version::newNumber)
                        .addOrNull(SELF_HEALED_CONTACT_ALL.EXTERNAL_ID, of(Healed::externalId))
                        .addOrNull(SELF_HEALED_CONTACT_ALL.OLD_NUMBER, of(Healed::oldNumber))
                        .add(SELF_HEALED_CONTACT_ALL.ENRICHED_AT, there(Healed::enrichedAt))
                        .add(SELF_HEALED_CONTACT_ALL.CONFIRMED_AT, there(Healed::confirmedAt))
                        .addOrNull(SELF_HEALED_CONTACT_ALL.FLAGGED_AT, of(Healed::flaggedAt))
                        .add(SELF_HEALED_CONTACT_ALL.POSITION, Version::position);
        sql.insertInto(SELF_HEALED_CONTACT_ALL, columns.targets())
                .select(select(columns.values()).from(columns.table()))
                .onConflict(
                        SELF_HEALED_CONTACT_ALL.GENERATION,
                        SELF_HEALED_CONTACT_ALL.TENANT_ID,
                        SELF_HEALED_CONTACT_ALL.CUSTOMER_ID,
                        SELF_HEALED_CONTACT_ALL.CONTACT_ID,
                        SELF_HEALED_CONTACT_ALL.NEW_NUMBER)
                .doUpdate()
                .set(
                        SELF_HEALED_CONTACT_ALL.EXTERNAL_ID,
                        excluded(SELF_HEALED_CONTACT_ALL.EXTERNAL_ID))
                .set(
                        SELF_HEALED_CONTACT_ALL.OLD_NUMBER,
                        excluded(SELF_HEALED_CONTACT_ALL.OLD_NUMBER))
                .set(
                        SELF_HEALED_CONTACT_ALL.ENRICHED_AT,
                        excluded(SELF_HEALED_CONTACT_ALL.ENRICHED_AT))
                .set(
                        SELF_HEALED_CONTACT_ALL.CONFIRMED_AT,
                        excluded(SELF_HEALED_CONTACT_ALL.CONFIRMED_AT))
                .set(
                        SELF_HEALED_CONTACT_ALL.FLAGGED_AT,
                        excluded(SELF_HEALED_CONTACT_ALL.FLAGGED_AT))
                .set(SELF_HEALED_CONTACT_ALL.POSITION, excluded(SELF_HEALED_CONTACT_ALL.POSITION))
                .execute();
    }

    private static Function<Version, Instant> there(Function<Healed, Instant> value) {
        return version -> value.apply(Objects.requireNonNull(version.healed()));
    }

    private void delete(List<Version> rows) {
        if (rows.isEmpty()) {
            return;
        }
        Columns<Version> columns =
                new Columns<>(rows)
                        .add(SELF_HEALED_CONTACT_ALL.TENANT_ID, it -> it.contact().tenantId())
                        .add(SELF_HEALED_CONTACT_ALL.CUSTOMER_ID, it -> it.contact().customerId())
                        .add(SELF_HEALED_CONTACT_ALL.CONTACT_ID, it -> it.contact().contactId())
                        .add(SELF_HEALED_CONTACT_ALL.NEW_NUMBER, Version::newNumber);
        sql.deleteFrom(SELF_HEALED_CONTACT_ALL)
                .where(SELF_HEALED_CONTACT_ALL.GENERATION.eq(generation))
                .and(
                        exists(
                                selectOne()
                                        .from(columns.table())
                                        .where(
                                                SELF_HEALED_CONTACT_ALL.TENANT_ID.eq(
                                                        Columns.of(
                                                                SELF_HEALED_CONTACT_ALL.TENANT_ID)))
                                        .and(
                                                SELF_HEALED_CONTACT_ALL.CUSTOMER_ID.eq(
                                                        Columns.of(
                                                                SELF_HEALED_CONTACT_ALL
                                                                        .CUSTOMER_ID)))
                                        .and(
                                                SELF_HEALED_CONTACT_ALL.CONTACT_ID.eq(
                                                        Columns.of(
                                                                SELF_HEALED_CONTACT_ALL
                                                                        .CONTACT_ID)))
                                        .and(
                                                SELF_HEALED_CONTACT_ALL.NEW_NUMBER.eq(
                                                        Columns.of(
                                                                SELF_HEALED_CONTACT_ALL
                                                                        .NEW_NUMBER)))))
                .execute();
    }
}
