package io.tallystick.query.audit;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.query.audit.LogDesk.Visitor;
import io.tallystick.query.page.Limit;
import io.tallystick.query.page.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET /api/v1/system-log`: of a partner with all of its customers, or of the installation.
@RestController
class SystemLogEndpoint {

    private static final String PATH = "/api/v1/system-log";

    private final LogDesk desk;

    SystemLogEndpoint(LogDesk desk) {
        this.desk = desk;
    }

    /// List what was done at a partner and its customers, newest first. A page looks at 5,000
    /// entries at most: with several conditions or a text it may have fewer items than asked for,
    /// and still a next page. Reading is itself an entry, one a minute for the same reader and
    /// filter. Needs an operator's or a partner's key with the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, `partner_only` and `operator_only`, 400
    /// `export_too_large`.
    ///
    /// @param installation `true` for what belongs to the installation and to no partner; operators
    ///   only
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Page<SystemLogItem> listSystemLog(
            @ModelAttribute LogParameters parameters,
            @RequestParam(required = false) @Nullable Boolean installation,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller,
            HttpServletRequest http) {
        Sight sight = sight(caller, installation);
        return desk.page(
                new Visitor(caller, http, position), parameters.of(sight), cursor, Limit.of(limit));
    }

    /// The same as a file, chosen by `Accept: text/csv`.
    ///
    /// @param installation as of the list
    @GetMapping(path = PATH, produces = LogExport.CSV)
    void exportSystemLogAsCsv(
            @ModelAttribute LogParameters parameters,
            @RequestParam(required = false) @Nullable Boolean installation,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        Sight sight = sight(caller, installation);
        desk.export(
                new Visitor(caller, http, position),
                parameters.of(sight),
                LogExport.Format.CSV,
                response);
    }

    /// The same as a file, chosen by `Accept: application/x-ndjson`.
    ///
    /// @param installation as of the list
    @GetMapping(path = PATH, produces = LogExport.NDJSON)
    void exportSystemLogAsNdjson(
            @ModelAttribute LogParameters parameters,
            @RequestParam(required = false) @Nullable Boolean installation,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        Sight sight = sight(caller, installation);
        desk.export(
                new Visitor(caller, http, position),
                parameters.of(sight),
                LogExport.Format.NDJSON,
                response);
    }

    /// Find an entry, with what changed and where the request came from. Needs an operator's or a
    /// partner's key with the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, `partner_only` and `operator_only`, 404
    /// `log_entry_not_found`.
    ///
    /// @param id the entry's id
    /// @param installation `true` for what belongs to the installation and to no partner; operators
    ///   only
    @GetMapping(PATH + "/{id}")
    SystemLogEntry findLogEntry(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Boolean installation,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller,
            HttpServletRequest http) {
        return desk.entry(new Visitor(caller, http, position), sight(caller, installation), id);
    }

    private static Sight sight(Caller caller, @Nullable Boolean installation) {
        caller.require(Permission.ADMIN);
        if (caller.customerScope() != null) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "partner_only",
                    "A customer's own log is below the customer.");
        }
        if (Boolean.TRUE.equals(installation)) {
            return LogDesk.ofInstallation(caller);
        }
        return caller.sight();
    }
}
