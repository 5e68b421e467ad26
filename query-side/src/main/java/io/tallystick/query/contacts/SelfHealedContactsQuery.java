package io.tallystick.query.contacts;

import static io.tallystick.readmodel.Tables.SELF_HEALED_CONTACT;
import static io.tallystick.readmodel.Tables.SELF_HEALED_VERSION;
import static org.jooq.impl.DSL.row;

import io.tallystick.edge.caller.Sight;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Page;
import io.tallystick.query.phone.NumberSight;
import io.tallystick.query.position.ConsistentRead;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Numbers of a customer's contacts that were found and confirmed.
@Component
final class SelfHealedContactsQuery {

    /// The projection that these answers come from.
    static final String PROJECTION = "self-healed-contacts";

    private final ConsistentRead reads;

    SelfHealedContactsQuery(ConsistentRead reads) {
        this.reads = reads;
    }

    /// Whose, and how much of their numbers is shown.
    record Look(Sight sight, UUID customerId, NumberSight numbers) {}

    /// A page, what was confirmed last first.
    Page<SelfHealedContactItem> list(
            Look look,
            ContactFilter filter,
            @Nullable ContactCursor after,
            int limit,
            Instant now) {
        return reads.read(
                look.sight(),
                PROJECTION,
                (sql, position) -> {
                    List<Line> found = lines(sql, look, filter, after, limit + 1);
                    return Page.of(found, limit, line -> line.cursor().text(), now, position)
                            .map(Line::item);
                });
    }

    /// What a file says.
    record Snapshot(List<SelfHealedContactItem> items, long position) {}

    /// All of them as of one position, up to a limit.
    Snapshot all(Look look, ContactFilter filter, int limit) {
        return reads.read(
                look.sight(),
                PROJECTION,
                (sql, position) ->
                        new Snapshot(
                                lines(sql, look, filter, null, limit).stream()
                                        .map(Line::item)
                                        .toList(),
                                position));
    }

    /// An item and where it stands, which a masked number does not say.
    private record Line(SelfHealedContactItem item, ContactCursor cursor) {}

    private static List<Line> lines(
            DSLContext sql,
            Look look,
            ContactFilter filter,
            @Nullable ContactCursor after,
            int limit) {
        return sql.selectFrom(SELF_HEALED_CONTACT)
                .where(SELF_HEALED_CONTACT.TENANT_ID.eq(look.sight().tenantId()))
                .and(SELF_HEALED_CONTACT.CUSTOMER_ID.eq(look.customerId()))
                .and(matches(filter))
                .and(
                        after == null
                                ? DSL.noCondition()
                                : row(
                                                SELF_HEALED_CONTACT.CONFIRMED_AT,
                                                SELF_HEALED_CONTACT.CONTACT_ID,
                                                SELF_HEALED_CONTACT.NEW_NUMBER)
                                        .lt(
                                                after.confirmedAt(),
                                                after.contactId(),
                                                after.newNumber()))
                .orderBy(
                        SELF_HEALED_CONTACT.CONFIRMED_AT.desc(),
                        SELF_HEALED_CONTACT.CONTACT_ID.desc(),
                        SELF_HEALED_CONTACT.NEW_NUMBER.desc())
                .limit(limit)
                .fetch(found ->
                        new Line(
                                SelfHealedContactItem.of(found, look.numbers()),
                                new ContactCursor(
                                        found.getConfirmedAt(),
                                        found.getContactId(),
                                        found.getNewNumber())));
    }

    private static Condition matches(ContactFilter filter) {
        Condition all =
                switch (filter.state()) {
                    case HEALED -> SELF_HEALED_CONTACT.FLAGGED_AT.isNull();
                    case FLAGGED -> SELF_HEALED_CONTACT.FLAGGED_AT.isNotNull();
                    case ALL -> DSL.noCondition();
                };
        if (filter.contactId() != null) {
            all = all.and(SELF_HEALED_CONTACT.CONTACT_ID.eq(filter.contactId()));
        }
        if (filter.externalId() != null) {
            all = all.and(SELF_HEALED_CONTACT.EXTERNAL_ID.eq(filter.externalId()));
        }
        if (filter.from() != null) {
            all = all.and(SELF_HEALED_CONTACT.CONFIRMED_AT.ge(filter.from()));
        }
        if (filter.to() != null) {
            all = all.and(SELF_HEALED_CONTACT.CONFIRMED_AT.lt(filter.to()));
        }
        return all;
    }

    /// What became known of a contact's numbers, the last first.
    ///
    /// @param before the position of the last entry of the page before, and which number it was
    Page<SelfHealedContactVersion> history(
            Look look, String contactId, @Nullable VersionCursor before, int limit, Instant now) {
        return reads.read(
                look.sight(),
                PROJECTION,
                (sql, position) -> {
                    List<VersionLine> found =
                            sql.selectFrom(SELF_HEALED_VERSION)
                                    .where(
                                            SELF_HEALED_VERSION.TENANT_ID.eq(
                                                    look.sight().tenantId()))
                                    .and(SELF_HEALED_VERSION.CUSTOMER_ID.eq(look.customerId()))
                                    .and(SELF_HEALED_VERSION.CONTACT_ID.eq(contactId))
                                    .and(isBefore(before))
                                    .orderBy(
                                            SELF_HEALED_VERSION.POSITION.desc(),
                                            SELF_HEALED_VERSION.NEW_NUMBER.desc())
                                    .limit(limit + 1)
                                    .fetch(line ->
                                            new VersionLine(
                                                    SelfHealedContactVersion.of(
                                                            line, look.numbers()),
                                                    new VersionCursor(
                                                            line.getPosition(),
                                                            line.getNewNumber())));
                    return Page.of(found, limit, line -> line.cursor().text(), now, position)
                            .map(VersionLine::version);
                });
    }

    private record VersionLine(SelfHealedContactVersion version, VersionCursor cursor) {}

    /// The last version of a page.
    record VersionCursor(long position, String newNumber) {

        String text() {
            return Cursor.of(Long.toString(position), newNumber);
        }

        static @Nullable VersionCursor parse(@Nullable String cursor) {
            if (cursor == null) {
                return null;
            }
            List<String> parts = Cursor.parse(cursor, 2);
            try {
                return new VersionCursor(Long.parseLong(parts.getFirst()), parts.getLast());
            } catch (NumberFormatException e) {
                throw Cursor.invalid();
            }
        }
    }

    private static Condition isBefore(@Nullable VersionCursor before) {
        return before == null
                ? DSL.noCondition()
                : row(SELF_HEALED_VERSION.POSITION, SELF_HEALED_VERSION.NEW_NUMBER)
                        .lt(before.position(), before.newNumber());
    }
}
