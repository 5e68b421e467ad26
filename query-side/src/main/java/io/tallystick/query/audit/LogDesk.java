package io.tallystick.query.audit;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.audit.LogReadings;
import io.tallystick.edge.audit.LogReadings.Reading;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.access.Tenants;
import io.tallystick.query.page.Page;
import io.tallystick.query.position.WaitFor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where the log is handed out, to programs and to pages. Whoever is handed entries was written
/// down before.
@Component
public final class LogDesk {

    private final LogBook book;
    private final LogExport export;
    private final LogReadings readings;
    private final WaitFor waitFor;
    private final Clock clock;

    LogDesk(LogBook book, LogExport export, LogReadings readings, WaitFor waitFor, Clock clock) {
        this.book = book;
        this.export = export;
        this.readings = readings;
        this.waitFor = waitFor;
        this.clock = clock;
    }

    /// Who asks, with which request.
    ///
    /// @param position what the answer must include, null for nothing in particular
    public record Visitor(Caller caller, HttpServletRequest http, @Nullable String position) {

        LogEyes eyes() {
            return LogEyes.of(caller);
        }
    }

    /// The log of what belongs to the installation and to no partner.
    ///
    /// @throws ApiProblem 403 for everybody who does not run it
    public static Sight ofInstallation(Caller caller) {
        caller.requireOperator();
        return new Sight(Tenants.INSTALLATION, null);
    }

    /// @throws ApiProblem 400 for a cursor that is not ours
    public Page<SystemLogItem> page(
            Visitor visitor, LogFilter filter, @Nullable String cursor, int limit) {
        LogCursor.parse(cursor, filter);
        waitFor.header(visitor.position(), LogBook.PROJECTION);
        note(visitor, filter.sight(), filter.canonical(), null);
        return book.page(filter, visitor.eyes(), cursor, limit, clock.instant());
    }

    /// @throws ApiProblem 404 for what there is not, and for what is another's
    public SystemLogEntry entry(Visitor visitor, Sight sight, String id) {
        waitFor.header(visitor.position(), LogBook.PROJECTION);
        SystemLogEntry found =
                book.find(LogFilter.all(sight), visitor.eyes(), id)
                        .orElseThrow(() -> ApiProblem.notFound("log_entry"));
        note(visitor, sight, "id=" + found.id(), null);
        return found;
    }

    /// @throws ApiProblem 400 when there are too many entries
    public void export(
            Visitor visitor,
            LogFilter filter,
            LogExport.Format format,
            HttpServletResponse response)
            throws IOException {
        waitFor.header(visitor.position(), LogBook.PROJECTION);
        export.requireRoom(filter, visitor.eyes());
        note(visitor, filter.sight(), filter.canonical(), format.lower());
        export.write(filter, visitor.eyes(), format, response);
    }

    private void note(Visitor visitor, Sight sight, String filter, @Nullable String format) {
        UUID partnerId = sight.tenantId().equals(Tenants.INSTALLATION) ? null : sight.tenantId();
        readings.note(
                visitor.caller(),
                RequestId.of(visitor.http()),
                new Reading(partnerId, sight.customerId(), filter, format));
    }
}
