package io.tallystick.portal.contacts;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.portal.usage.CustomerPlace;
import io.tallystick.portal.usage.CustomerPlaces;
import io.tallystick.query.contacts.ContactColumn;
import io.tallystick.query.contacts.ContactsDesk;
import io.tallystick.query.contacts.ContactsDesk.Visitor;
import io.tallystick.query.contacts.SelfHealedContactItem;
import io.tallystick.query.contacts.SelfHealedContactVersion;
import io.tallystick.query.page.Page;
import io.tallystick.query.phone.NumberSight;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Numbers of a customer's contacts that were found and confirmed, what they were before, and the
/// file that takes them to the customer's own books.
@Controller
final class ContactsPage {

    static final String BELOW = "/contacts";

    private static final String PATH = "/customers/{customer}" + BELOW;
    private static final int ROWS = 50;

    /// What a file has until somebody chooses.
    private static final List<ContactColumn> CHOSEN =
            List.of(ContactColumn.EXTERNAL_ID, ContactColumn.NEW_NUMBER, ContactColumn.OLD_NUMBER);

    private final CustomerPlaces places;
    private final ContactsDesk desk;

    ContactsPage(CustomerPlaces places, ContactsDesk desk) {
        this.places = places;
        this.desk = desk;
    }

    @GetMapping(PATH)
    String page(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String cursor,
            @ModelAttribute("form") ContactForm form,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.READ);
        CustomerPlace place = places.of(caller, partner, customer);
        try {
            fill(model, visitor(caller, http, place), form, cursor, place);
        } catch (ApiProblem refused) {
            refuse(model, response, refused);
        }
        return show(place, partner, caller, model);
    }

    @GetMapping(PATH + "/export")
    Object export(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String columns,
            @ModelAttribute("form") ContactForm form,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        caller.require(Permission.READ);
        CustomerPlace place = places.of(caller, partner, customer);
        Visitor visitor = visitor(caller, http, place);
        try {
            var chosen = ContactColumn.chosen(columns);
            ResponseEntity<String> file = desk.export(visitor, form.filter(), chosen);
            return ResponseEntity.ok()
                    .headers(file.getHeaders())
                    .header(
                            HttpHeaders.CONTENT_DISPOSITION,
                            "attachment; filename=\"self-healed-contacts.csv\"")
                    .body(file.getBody());
        } catch (ApiProblem refused) {
            refuse(model, response, refused);
            return show(place, partner, caller, model);
        }
    }

    @GetMapping(PATH + "/history")
    String history(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String contactId,
            @RequestParam(required = false) @Nullable String cursor,
            Model model,
            HttpServletRequest http) {
        caller.require(Permission.READ);
        CustomerPlace place = places.of(caller, partner, customer);
        Page<SelfHealedContactVersion> page =
                desk.history(visitor(caller, http, place), contactId, cursor, ROWS);
        String contact = Objects.requireNonNullElse(contactId, "");
        model.addAttribute("contactId", contact);
        model.addAttribute("versions", page.items().stream().map(ContactRow.Version::of).toList());
        String next = page.nextCursor();
        String own = place.at(BELOW + "/history");
        var nothing = new ContactForm(null, null, null, null, null);
        model.addAttribute(
                "next",
                next == null ? null : nothing.at(own, "contactId", contact, "cursor", next));
        frame(place, partner, caller, model);
        return "contacts/history";
    }

    private static Visitor visitor(Caller caller, HttpServletRequest http, CustomerPlace place) {
        return new Visitor(caller, http, place.sight(), place.customerId(), null);
    }

    private void fill(
            Model model,
            Visitor visitor,
            ContactForm form,
            @Nullable String cursor,
            CustomerPlace place) {
        Page<SelfHealedContactItem> page = desk.page(visitor, form.filter(), cursor, ROWS);
        model.addAttribute("rows", page.items().stream().map(ContactRow::of).toList());
        String next = page.nextCursor();
        model.addAttribute("next", next == null ? null : form.at(place.at(BELOW), "cursor", next));
    }

    private static void refuse(Model model, HttpServletResponse response, ApiProblem refused) {
        response.setStatus(refused.status().value());
        model.addAttribute("refusal", refused.detail());
        model.addAttribute("rows", List.of());
    }

    private static String show(
            CustomerPlace place, @Nullable String partner, Caller caller, Model model) {
        model.addAttribute("columns", List.of(ContactColumn.values()));
        model.addAttribute("chosen", CHOSEN);
        frame(place, partner, caller, model);
        return "contacts/list";
    }

    private static void frame(
            CustomerPlace place, @Nullable String partner, Caller caller, Model model) {
        model.addAttribute("place", place);
        model.addAttribute("partner", partner);
        model.addAttribute("sidebar", place.sidebar());
        model.addAttribute("masked", NumberSight.of(caller).masked());
    }
}
