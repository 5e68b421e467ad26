package io.tallystick.portal.people;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.wall.ShownMails;
import io.tallystick.edge.wall.ShownMails.Mail;
import io.tallystick.portal.usage.CustomerPlaces;
import io.tallystick.portal.usage.PartnerPlaces;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// Mails as they were written. Whoever may invite may read the link.
@Controller
final class OutboxPage {

    private static final int MAILS_MAX = 100;

    private final ShownMails outbox;
    private final PartnerPlaces partners;
    private final CustomerPlaces customers;
    private final Clock clock;

    OutboxPage(ShownMails outbox, PartnerPlaces partners, CustomerPlaces customers, Clock clock) {
        this.outbox = outbox;
        this.partners = partners;
        this.customers = customers;
        this.clock = clock;
    }

    @GetMapping("/outbox")
    String ofPartner(
            Caller caller, @RequestParam(required = false) @Nullable String partner, Model model) {
        caller.require(Permission.ADMIN);
        var place = partners.of(caller, partner);
        model.addAttribute("section", "outbox");
        return show(new Sight(place.tenantId(), null), place.name(), place.sidebar(), model);
    }

    @GetMapping("/customers/{customer}/outbox")
    String ofCustomer(
            Caller caller,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner,
            Model model) {
        caller.require(Permission.ADMIN);
        var place = customers.of(caller, partner, customer);
        var ofCustomer = new Sight(place.tenantId(), place.customerId());
        return show(ofCustomer, place.name(), place.sidebar(), model);
    }

    private String show(Sight sight, String name, Object sidebar, Model model) {
        List<Mail> mails = outbox.newest(sight, MAILS_MAX, clock.instant());
        model.addAttribute("sidebar", sidebar);
        model.addAttribute("name", name);
        model.addAttribute("mails", mails.stream().map(MailRow::of).toList());
        return "people/outbox";
    }
}
