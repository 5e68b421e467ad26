package io.tallystick.query.contacts;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.reports.DataExports;
import io.tallystick.edge.reports.DataExports.Export;
import io.tallystick.query.contacts.SelfHealedContactsQuery.Look;
import io.tallystick.query.contacts.SelfHealedContactsQuery.Snapshot;
import io.tallystick.query.contacts.SelfHealedContactsQuery.VersionCursor;
import io.tallystick.query.csv.CsvLine;
import io.tallystick.query.page.Page;
import io.tallystick.query.phone.NumberSight;
import io.tallystick.query.position.WaitFor;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Where contacts are handed out, to programs and to pages. Whoever takes them away as a file was
/// written down before.
@Component
public final class ContactsDesk {

    public static final String CSV = "text/csv;charset=UTF-8";

    /// As facts write it.
    static final String DATA = "self_healed_contacts";

    static final int ROWS_MAX = 50_000;

    private final SelfHealedContactsQuery query;
    private final DataExports exports;
    private final WaitFor waitFor;
    private final Clock clock;

    ContactsDesk(SelfHealedContactsQuery query, DataExports exports, WaitFor waitFor, Clock clock) {
        this.query = query;
        this.exports = exports;
        this.waitFor = waitFor;
        this.clock = clock;
    }

    /// Who asks, with which request, and whose contacts.
    ///
    /// @param position what the answer must include, null for nothing in particular
    public record Visitor(
            Caller caller,
            HttpServletRequest http,
            Sight sight,
            UUID customerId,
            @Nullable String position) {

        Look look() {
            return new Look(sight, customerId, NumberSight.of(caller));
        }
    }

    /// @throws ApiProblem 400 for a cursor that is not ours
    public Page<SelfHealedContactItem> page(
            Visitor visitor, ContactFilter filter, @Nullable String cursor, int limit) {
        ContactCursor after = ContactCursor.parse(cursor);
        waitFor.header(visitor.position(), SelfHealedContactsQuery.PROJECTION);
        return query.list(visitor.look(), filter, after, limit, clock.instant());
    }

    /// @throws ApiProblem 400 without a contact and for a cursor that is not ours
    public Page<SelfHealedContactVersion> history(
            Visitor visitor, @Nullable String contactId, @Nullable String cursor, int limit) {
        String contact = ContactParameters.id("contactId", contactId);
        if (contact == null) {
            throw ApiProblem.invalid("contactId", "required", "contactId is required.");
        }
        VersionCursor before = VersionCursor.parse(cursor);
        waitFor.header(visitor.position(), SelfHealedContactsQuery.PROJECTION);
        return query.history(visitor.look(), contact, before, limit, clock.instant());
    }

    /// A file as of one position: what changes while it is written is not in it.
    ///
    /// @throws ApiProblem 400 when there are more than 50,000 rows
    public ResponseEntity<String> export(
            Visitor visitor, ContactFilter filter, List<ContactColumn> columns) {
        waitFor.header(visitor.position(), SelfHealedContactsQuery.PROJECTION);
        Snapshot rows = query.all(visitor.look(), filter, ROWS_MAX + 1);
        if (rows.items().size() > ROWS_MAX) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "export_too_large",
                    "A file has at most " + ROWS_MAX + " rows. Choose a shorter time.");
        }
        String file = file(rows.items(), columns);
        exports.note(
                visitor.caller(),
                RequestId.of(visitor.http()),
                new Export(
                        visitor.sight().tenantId(),
                        visitor.customerId(),
                        DATA,
                        columns.stream().map(ContactColumn::key).toList(),
                        filter.canonical(),
                        "csv",
                        rows.items().size()));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(CSV))
                .header(Positions.POSITION, Long.toString(rows.position()))
                .body(file);
    }

    private static String file(List<SelfHealedContactItem> items, List<ContactColumn> columns) {
        List<@Nullable String> titles = new ArrayList<>();
        columns.forEach(column -> titles.add(column.title()));
        var csv = new StringBuilder(CsvLine.of(titles));
        for (SelfHealedContactItem item : items) {
            List<@Nullable String> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(column.cell(item)));
            csv.append(CsvLine.of(cells));
        }
        return csv.toString();
    }
}
