package io.tallystick.projections.contacts;

import static io.tallystick.readmodel.Tables.CONTACT_DEAD_LETTER_ALL;
import static org.jooq.impl.DSL.select;

import io.tallystick.projections.Columns;
import java.util.List;
import org.jooq.DSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What could not be used, in the rows of one generation.
final class DeadLetterTable {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterTable.class);

    private final int generation;
    private final DSLContext sql;

    DeadLetterTable(int generation, DSLContext sql) {
        this.generation = generation;
        this.sql = sql;
    }

    void insert(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        letters.forEach(letter ->
                LOG.error(
                        "Usage at position {}, ordinal {} tells nothing of a contact: {}",
                        letter.ref().position(),
                        letter.ref().ordinal(),
                        letter.reason()));
        Columns<DeadLetter> columns =
                new Columns<>(letters)
                        .add(CONTACT_DEAD_LETTER_ALL.GENERATION, letter -> generation)
                        .add(CONTACT_DEAD_LETTER_ALL.POSITION, letter -> letter.ref().position())
                        .add(CONTACT_DEAD_LETTER_ALL.ORDINAL, letter -> letter.ref().ordinal())
                        .add(CONTACT_DEAD_LETTER_ALL.TENANT_ID, DeadLetter::tenantId)
                        .add(CONTACT_DEAD_LETTER_ALL.CUSTOMER_ID, DeadLetter::customerId)
                        .add(CONTACT_DEAD_LETTER_ALL.TYPE, DeadLetter::type)
                        .add(CONTACT_DEAD_LETTER_ALL.REASON, DeadLetter::reason);
        sql.insertInto(CONTACT_DEAD_LETTER_ALL, columns.targets())
                .select(select(columns.values()).from(columns.table()))
                .execute();
    }
}
