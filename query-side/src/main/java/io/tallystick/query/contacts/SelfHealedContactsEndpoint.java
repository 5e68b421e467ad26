package io.tallystick.query.contacts;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.wall.VisibleCustomers;
import io.tallystick.query.contacts.ContactsDesk.Visitor;
import io.tallystick.query.page.Limit;
import io.tallystick.query.page.Page;
import jakarta.servlet.http.HttpServletRequest;
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
    /// With `Accept: text/csv` it is a file with the columns that are chosen, as of one position.
    /// The system log has an entry of type `export` for every file.
    ///
    /// Errors: 403 `permission_missing`, 404 `customer_not_found`, 400 `export_too_large`.
    ///
    /// @param customer the customer's id or key
    /// @param columns of a file, with commas between them and in its order: at least one of
    ///   `externalId`, `newNumber`, `oldNumber`, `contactId`, `enrichedAt`, `confirmedAt`, `state`
    ///   and `flaggedAt`; items have all of them
    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    Page<SelfHealedContactItem> listSelfHealedContacts(
            @PathVariable String customer,
            @ModelAttribute ContactParameters parameters,
            @RequestParam(required = false) @Nullable String columns,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller,
            HttpServletRequest http) {
        Visitor visitor = visitor(caller, customer, position, http);
        if (columns != null) {
            ContactColumn.chosen(columns);
        }
        return desk.page(visitor, parameters.filter(), cursor, Limit.of(limit));
    }

    /// The same as a file, chosen by `Accept: text/csv`.
    ///
    /// @param customer the customer's id or key
    @GetMapping(path = PATH, produces = ContactsDesk.CSV)
    ResponseEntity<String> exportSelfHealedContacts(
            @PathVariable String customer,
            @ModelAttribute ContactParameters parameters,
            @RequestParam(required = false) @Nullable String columns,
            @RequestHeader(name = Positions.WAIT_FOR, required = false) @Nullable String position,
            Caller caller,
            HttpServletRequest http) {
        Visitor visitor = visitor(caller, customer, position, http);
        return desk.export(visitor, parameters.filter(), ContactColumn.chosen(columns));
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
        return desk.history(visitor, contactId, cursor, Limit.of(limit));
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
