package io.tallystick.projections.contacts;

import static io.tallystick.readmodel.Tables.CONTACT_EVIDENCE_ALL;
import static org.jooq.impl.DSL.lateral;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import io.tallystick.projections.Columns;
import io.tallystick.projections.contacts.Evidence.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;

/// What is told of contacts, in the rows of one generation.
final class EvidenceTable {

    /// Keeps a statement's parameters within some megabytes, whatever the batch brought.
    private static final int STATEMENT_ROWS_MAX = 20_000;

    private final int generation;
    private final DSLContext sql;

    EvidenceTable(int generation, DSLContext sql) {
        this.generation = generation;
        this.sql = sql;
    }

    /// Evidence and whom it is about.
    record Row(Contact contact, Evidence evidence) {}

    void insert(List<Row> rows) {
        for (int i = 0; i < rows.size(); i += STATEMENT_ROWS_MAX) {
            insertAtOnce(rows.subList(i, Math.min(rows.size(), i + STATEMENT_ROWS_MAX)));
        }
    }

    private void insertAtOnce(List<Row> rows) {
        Columns<Row> columns =
                new Columns<>(rows)
                        .add(CONTACT_EVIDENCE_ALL.GENERATION, row -> generation)
                        .add(CONTACT_EVIDENCE_ALL.TENANT_ID, row -> row.contact().tenantId())
                        .add(CONTACT_EVIDENCE_ALL.CUSTOMER_ID, row -> row.contact().customerId())
                        .add(CONTACT_EVIDENCE_ALL.KIND, row -> row.evidence().kind().lower())
                        .add(CONTACT_EVIDENCE_ALL.CONTACT_ID, row -> row.contact().contactId())
                        .add(CONTACT_EVIDENCE_ALL.NUMBER, row -> row.evidence().number())
                        .add(
                                CONTACT_EVIDENCE_ALL.OCCURRED_AT,
                                row -> row.evidence().moment().occurredAt())
                        .add(
                                CONTACT_EVIDENCE_ALL.POSITION,
                                row -> row.evidence().moment().position())
                        .add(CONTACT_EVIDENCE_ALL.ORDINAL, row -> row.evidence().moment().ordinal())
                        .addOrNull(
                                CONTACT_EVIDENCE_ALL.EXTERNAL_ID,
                                row -> row.evidence().externalId())
                        .addOrNull(
                                CONTACT_EVIDENCE_ALL.OLD_NUMBER, row -> row.evidence().oldNumber());
        sql.insertInto(CONTACT_EVIDENCE_ALL, columns.targets())
                .select(select(columns.values()).from(columns.table()))
                .execute();
    }

    /// Enrichments and flags of some contacts; those of whom there are none are absent.
    Map<Contact, List<Evidence>> enrichmentsAndFlags(Collection<Contact> contacts) {
        Columns<Contact> columns =
                new Columns<>(List.copyOf(contacts))
                        .add(CONTACT_EVIDENCE_ALL.TENANT_ID, Contact::tenantId)
                        .add(CONTACT_EVIDENCE_ALL.CUSTOMER_ID, Contact::customerId)
                        .add(CONTACT_EVIDENCE_ALL.CONTACT_ID, Contact::contactId);
        return byContact(
                sql.select(CONTACT_EVIDENCE_ALL.fields())
                        .from(columns.table())
                        .join(CONTACT_EVIDENCE_ALL)
                        .on(isOfContact())
                        .and(
                                CONTACT_EVIDENCE_ALL.KIND.in(
                                        Kind.ENRICHED.lower(),
                                        Kind.FLAGGED.lower(),
                                        Kind.UNFLAGGED.lower()))
                        .fetch());
    }

    /// Of each enrichment the first confirmation after it. No other can count: whichever enrichment
    /// does, it is the first after that one.
    Map<Contact, List<Evidence>> firstConfirmations(List<Row> enrichments) {
        Columns<Row> columns =
                new Columns<>(enrichments)
                        .add(CONTACT_EVIDENCE_ALL.TENANT_ID, row -> row.contact().tenantId())
                        .add(CONTACT_EVIDENCE_ALL.CUSTOMER_ID, row -> row.contact().customerId())
                        .add(CONTACT_EVIDENCE_ALL.CONTACT_ID, row -> row.contact().contactId())
                        .add(CONTACT_EVIDENCE_ALL.NUMBER, row -> row.evidence().number())
                        .add(
                                CONTACT_EVIDENCE_ALL.OCCURRED_AT,
                                row -> row.evidence().moment().occurredAt())
                        .add(
                                CONTACT_EVIDENCE_ALL.POSITION,
                                row -> row.evidence().moment().position())
                        .add(
                                CONTACT_EVIDENCE_ALL.ORDINAL,
                                row -> row.evidence().moment().ordinal());
        var first =
                select(CONTACT_EVIDENCE_ALL.fields())
                        .from(CONTACT_EVIDENCE_ALL)
                        .where(isOfContact())
                        .and(CONTACT_EVIDENCE_ALL.KIND.eq(Kind.CONFIRMED.lower()))
                        .and(
                                CONTACT_EVIDENCE_ALL.NUMBER.eq(
                                        Columns.of(CONTACT_EVIDENCE_ALL.NUMBER)))
                        .and(
                                row(
                                                CONTACT_EVIDENCE_ALL.OCCURRED_AT,
                                                CONTACT_EVIDENCE_ALL.POSITION,
                                                CONTACT_EVIDENCE_ALL.ORDINAL)
                                        .gt(
                                                Columns.of(CONTACT_EVIDENCE_ALL.OCCURRED_AT),
                                                Columns.of(CONTACT_EVIDENCE_ALL.POSITION),
                                                Columns.of(CONTACT_EVIDENCE_ALL.ORDINAL)))
                        .orderBy(
                                CONTACT_EVIDENCE_ALL.OCCURRED_AT,
                                CONTACT_EVIDENCE_ALL.POSITION,
                                CONTACT_EVIDENCE_ALL.ORDINAL)
                        .limit(1)
                        .asTable("first_confirmation");
        return byContact(
                sql.selectDistinct(first.fields())
                        .from(columns.table())
                        .crossJoin(lateral(first))
                        .fetch());
    }

    private Condition isOfContact() {
        return CONTACT_EVIDENCE_ALL
                .GENERATION
                .eq(generation)
                .and(CONTACT_EVIDENCE_ALL.TENANT_ID.eq(Columns.of(CONTACT_EVIDENCE_ALL.TENANT_ID)))
                .and(
                        CONTACT_EVIDENCE_ALL.CUSTOMER_ID.eq(
                                Columns.of(CONTACT_EVIDENCE_ALL.CUSTOMER_ID)))
                .and(
                        CONTACT_EVIDENCE_ALL.CONTACT_ID.eq(
                                Columns.of(CONTACT_EVIDENCE_ALL.CONTACT_ID)));
    }

    private static Map<Contact, List<Evidence>> byContact(List<? extends Record> rows) {
        Map<Contact, List<Evidence>> found = new HashMap<>();
        for (Record each : rows) {
            var row = each.into(CONTACT_EVIDENCE_ALL);
            found.computeIfAbsent(
                            new Contact(row.getTenantId(), row.getCustomerId(), row.getContactId()),
                            absent -> new ArrayList<>())
                    .add(
                            new Evidence(
                                    Kind.named(row.getKind()),
                                    row.getNumber(),
                                    new Moment(
                                            row.getOccurredAt(),
                                            row.getPosition(),
                                            row.getOrdinal()),
                                    row.getExternalId(),
                                    row.getOldNumber()));
        }
        return found;
    }
}
