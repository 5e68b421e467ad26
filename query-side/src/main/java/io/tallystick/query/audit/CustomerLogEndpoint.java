package io.tallystick.query.audit;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.query.audit.LogDesk.Visitor;
import io.tallystick.query.page.Limit;
import io.tallystick.query.page.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/system-log` of a customer.
@RestController
class CustomerLogEndpoint {

    private static final String PATH = "/api/v1/customers/{customer}/system-log";

    private final LogDesk desk;
    private final VisibleCustomers customers;

    CustomerLogEndpoint(LogDesk desk, VisibleCustomers customers) {
        this.desk = desk;
        this.customers = customers;
    }

    /// List what was done at a customer, newest first. A page looks at 5,000 entries at most: with
    /// several conditions or a text it may have fewer items than asked for, and still a next page.
    /// Reading is itself an entry, one a minute for the same reader and filter. Needs the
    /// permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`, 400 `export_too_large`.
    ///
    /// @param customer the customer's id or key
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Page<SystemLogItem> listCustomerLog(
            @PathVariable String customer,
            @ModelAttribute LogParameters parameters,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller,
            HttpServletRequest http) {
        Sight sight = sight(caller, customer);
        return desk.page(
                new Visitor(caller, http, position), parameters.of(sight), cursor, Limit.of(limit));
    }

    /// The same as a file, chosen by `Accept: text/csv`.
    ///
    /// @param customer the customer's id or key
    @GetMapping(path = PATH, produces = LogExport.CSV)
    void exportCustomerLogAsCsv(
            @PathVariable String customer,
            @ModelAttribute LogParameters parameters,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        Sight sight = sight(caller, customer);
        desk.export(
                new Visitor(caller, http, position),
                parameters.of(sight),
                LogExport.Format.CSV,
                response);
    }

    /// The same as a file, chosen by `Accept: application/x-ndjson`.
    ///
    /// @param customer the customer's id or key
    @GetMapping(path = PATH, produces = LogExport.NDJSON)
    void exportCustomerLogAsNdjson(
            @PathVariable String customer,
            @ModelAttribute LogParameters parameters,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        Sight sight = sight(caller, customer);
        desk.export(
                new Visitor(caller, http, position),
                parameters.of(sight),
                LogExport.Format.NDJSON,
                response);
    }

    /// Find an entry of a customer's log, with what changed and where the request came from. Needs
    /// the permission ADMIN.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found` and `log_entry_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param id the entry's id
    @GetMapping(PATH + "/{id}")
    SystemLogEntry findCustomerLogEntry(
            @PathVariable String customer,
            @PathVariable String id,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller,
            HttpServletRequest http) {
        return desk.entry(new Visitor(caller, http, position), sight(caller, customer), id);
    }

    private Sight sight(Caller caller, String customer) {
        caller.require(Permission.ADMIN);
        return new Sight(caller.tenantId(), customers.visibleTo(caller, customer).customerId());
    }
}
