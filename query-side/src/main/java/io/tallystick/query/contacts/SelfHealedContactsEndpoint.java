package io.tallystick.query.contacts;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.query.contacts.ContactsDesk.Visitor;
import io.tallystick.query.page.Limit;
import io.tallystick.query.page.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// `GET …/self-healed-contacts` of a customer.
@RestController
class SelfHealedContactsEndpoint {

    private static final String PATH = "/api/v1/customers/{customer}/self-healed-contacts";

    private final ContactsDesk desk;
    private final VisibleCustomers customers;

    SelfHealedContactsEndpoint(ContactsDesk desk, VisibleCustomers customers) {
        this.desk = desk;
        this.customers = customers;
    }

    /// List the numbers of a customer's contacts that were found by enrichment, confirmed by a
    /// successful call after that, and not flagged as wrong; what was confirmed last first. Members
    /// who may only read see masked numbers. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Page<SelfHealedContactItem> listSelfHealedContacts(
            @PathVariable String customer,
            @ModelAttribute ContactParameters parameters,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller,
            HttpServletRequest http) {
        return desk.page(
                visitor(caller, customer, position, http),
                parameters.filter(),
                cursor,
                Limit.of(limit));
    }

    /// The same as a file with the columns that are chosen, by `Accept: text/csv`. It is as of one
    /// position, and the system log has an entry of type `export` for every file. A cell that
    /// nobody knows is empty. Text that a spreadsheet would run as a formula gets an apostrophe in
    /// front; telephone numbers stay as they are.
    ///
    /// Errors: 400 `export_too_large` for more than 50,000 rows.
    ///
    /// @param customer the customer's id or key
    /// @param columns in the order of the file, at least one of `externalId`, `newNumber`,
    ///   `oldNumber`, `contactId`, `enrichedAt`, `confirmedAt`, `state` and `flaggedAt`
    @GetMapping(path = PATH, produces = ContactsDesk.CSV)
    ResponseEntity<String> exportSelfHealedContacts(
            @PathVariable String customer,
            @ModelAttribute ContactParameters parameters,
            @RequestParam(required = false) @Nullable List<String> columns,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller,
            HttpServletRequest http) {
        Visitor visitor = visitor(caller, customer, position, http);
        List<ContactColumn> chosen = ContactColumn.chosen(columns == null ? List.of() : columns);
        return desk.export(visitor, parameters.filter(), chosen);
    }

    /// List what became known of a contact's numbers, the last first: an item for each entry of the
    /// log that made something else of one. Needs the permission READ.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`.
    ///
    /// @param customer the customer's id or key
    /// @param contactId what the platform calls the contact; required
    @GetMapping(PATH + "/history")
    Page<SelfHealedContactVersion> listSelfHealedContactHistory(
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String contactId,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller,
            HttpServletRequest http) {
        Visitor visitor = visitor(caller, customer, position, http);
        String contact = ContactParameters.id("contactId", contactId);
        if (contact == null) {
            throw ApiProblem.invalid("contactId", "required", "contactId is required.");
        }
        return desk.history(visitor, contact, cursor, Limit.of(limit));
    }

    private Visitor visitor(
            Caller caller, String customer, @Nullable String position, HttpServletRequest http) {
        caller.require(Permission.READ);
        return new Visitor(
                caller,
                http,
                caller.sight(),
                customers.visibleTo(caller, customer).customerId(),
                position);
    }
}
