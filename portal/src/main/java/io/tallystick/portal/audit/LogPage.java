package io.tallystick.portal.audit;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.query.audit.LogDesk;
import io.tallystick.query.audit.LogDesk.Visitor;
import io.tallystick.query.audit.LogExport;
import io.tallystick.query.audit.SystemLogItem;
import io.tallystick.query.page.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/// What was done: newest first, with filters, and as files.
@Controller
final class LogPage {

    private static final String OF_PARTNER = "/system-log";
    private static final String OF_CUSTOMER = "/customers/{customer}/system-log";
    private static final int ROWS = 50;

    private static final Map<String, LogExport.Format> FORMATS =
            Map.of("csv", LogExport.Format.CSV, "ndjson", LogExport.Format.NDJSON);

    private final LogPlaces places;
    private final LogDesk desk;

    LogPage(LogPlaces places, LogDesk desk) {
        this.places = places;
        this.desk = desk;
    }

    @GetMapping({OF_PARTNER, OF_CUSTOMER})
    String page(
            Caller caller,
            @PathVariable(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String cursor,
            @ModelAttribute("form") LogForm form,
            Model model,
            HttpServletRequest http,
            HttpServletResponse response) {
        LogPlace place = places.of(caller, partner, customer, form.isOfInstallation());
        var visitor = new Visitor(caller, http, null);
        try {
            fill(model, desk.page(visitor, form.filter(place.sight()), cursor, ROWS), form, place);
        } catch (ApiProblem refused) {
            response.setStatus(refused.status().value());
            model.addAttribute("refusal", refused.detail());
            model.addAttribute("rows", List.of());
            model.addAttribute("unfinished", false);
        }
        model.addAttribute("older", cursor != null);
        return show(place, partner, caller, model, "audit/log");
    }

    private static void fill(Model model, Page<SystemLogItem> page, LogForm form, LogPlace place) {
        model.addAttribute("rows", page.items().stream().map(LogRow::of).toList());
        String next = page.nextCursor();
        model.addAttribute("next", next == null ? null : form.at(place.at(""), "cursor", next));
        // A page that is not full looked at as many entries as a page may.
        model.addAttribute("unfinished", next != null && page.items().size() < ROWS);
    }

    @GetMapping({OF_PARTNER + "/export", OF_CUSTOMER + "/export"})
    void export(
            Caller caller,
            @PathVariable(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(required = false) @Nullable String format,
            @ModelAttribute("form") LogForm form,
            HttpServletRequest http,
            HttpServletResponse response)
            throws IOException {
        LogPlace place = places.of(caller, partner, customer, form.isOfInstallation());
        var wanted = format == null ? null : FORMATS.get(format);
        if (wanted == null) {
            throw ApiProblem.invalid("format", "unknown_value", "A file is csv or ndjson.");
        }
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                "attachment; filename=\"system-log." + wanted.lower() + "\"");
        desk.export(new Visitor(caller, http, null), form.filter(place.sight()), wanted, response);
    }

    /// On its own, or for the drawer beside the list.
    @GetMapping({OF_PARTNER + "/{id}", OF_CUSTOMER + "/{id}"})
    String entry(
            Caller caller,
            @PathVariable(required = false) @Nullable String customer,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String partner,
            @ModelAttribute("form") LogForm form,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            Model model,
            HttpServletRequest http) {
        LogPlace place = places.of(caller, partner, customer, form.isOfInstallation());
        var entry = desk.entry(new Visitor(caller, http, null), place.sight(), id);
        model.addAttribute("entry", entry);
        model.addAttribute("when", LogRow.time(entry.occurredAt()));
        model.addAttribute("kind", LogRow.kind(entry.type()));
        model.addAttribute("since", entry.firstAt() == null ? null : LogRow.time(entry.firstAt()));
        model.addAttribute("actor", LogRow.actor(entry.actor()));
        return show(
                place,
                partner,
                caller,
                model,
                htmx == null ? "audit/entry" : "audit/parts :: entry");
    }

    private static String show(
            LogPlace place, @Nullable String partner, Caller caller, Model model, String view) {
        model.addAttribute("place", place);
        model.addAttribute("partner", partner);
        model.addAttribute("sidebar", place.sidebar());
        model.addAttribute("section", place.section());
        model.addAttribute("isOperator", caller.isOperator());
        return view;
    }
}
