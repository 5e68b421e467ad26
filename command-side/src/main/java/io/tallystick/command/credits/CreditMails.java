package io.tallystick.command.credits;

import io.tallystick.command.group.LogWork;
import io.tallystick.edge.Ids;
import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.lookup.Outbox;
import io.tallystick.edge.lookup.Outbox.Mail;
import io.tallystick.edge.lookup.Team;
import io.tallystick.edge.settings.Brand;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.Sections;
import io.tallystick.events.credits.CreditEvent;
import io.tallystick.events.credits.CreditEvent.CreditsExhausted;
import io.tallystick.events.credits.CreditEvent.LowCreditCrossed;
import io.tallystick.events.settings.Section.AiCredits;
import io.tallystick.events.settings.Section.Demo;
import io.tallystick.eventstore.DerivedFacts.Derived;
import io.tallystick.eventstore.LogPages.Entry;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Writes to people that credits run low: one mail to each for all thresholds that were crossed at
/// once, which names the lowest. It is a group of its own and is never begun anew, so that another
/// run of the ledger sends nothing; and one crossing sends one person one mail, whatever happens.
@Component
final class CreditMails implements LogWork {

    static final String KIND = "low_credit";

    /// There is no secret in it.
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final Outbox outbox;
    private final Sections sections;
    private final Customers customers;

    CreditMails(Outbox outbox, Sections sections, Customers customers) {
        this.outbox = outbox;
        this.sections = sections;
        this.customers = customers;
    }

    @Override
    public String name() {
        return "credit-mails";
    }

    @Override
    public List<Derived> apply(List<Entry> page) {
        for (Entry entry : page) {
            switch (entry.message().getPayload()) {
                case LowCreditCrossed crossed when crossed.lowest() -> tell(crossed, entry);
                case CreditsExhausted exhausted -> tell(exhausted, entry);
                default -> {
                    // People are not told of it.
                }
            }
        }
        return List.of();
    }

    /// Nobody pays for a demo.
    private void tell(CreditEvent event, Entry entry) {
        var team = new Team(event.partnerId(), event.customerId());
        CustomerSections set = sections.of(event.partnerId(), event.customerId());
        if (set.of(Demo.class).demo()) {
            return;
        }
        for (String recipient : recipients(set, team)) {
            outbox.keepOnce(mail(event, entry, team, Brand.of(set), recipient));
        }
    }

    private List<String> recipients(CustomerSections set, Team team) {
        List<String> named = set.of(AiCredits.class).recipients();
        if (!named.isEmpty() || team.customerId() == null) {
            return named;
        }
        String own = customers.email(team.tenantId(), team.customerId());
        return own == null ? List.of() : List.of(own);
    }

    private Mail mail(CreditEvent event, Entry entry, Team team, Brand brand, String recipient) {
        String id = entry.message().getIdentifier();
        String customer = customers.byId(event.partnerId(), event.customerId()).orElseThrow().key();
        Instant at = entry.message().getTimestamp();
        return new Mail(
                team,
                Ids.of(at, id + "/" + recipient),
                UUID.fromString(id),
                KIND,
                brand.mailSender(),
                brand.mailBrand(),
                recipient,
                subject(event, customer),
                body(event, customer, brand),
                at,
                NEVER);
    }

    private static String subject(CreditEvent event, String customer) {
        return event instanceof LowCreditCrossed crossed
                ? "Credits run low: %s has %s left".formatted(customer, text(crossed.balance()))
                : "No credits left: " + customer;
    }

    private static String body(CreditEvent event, String customer, Brand brand) {
        String state =
                event instanceof LowCreditCrossed crossed
                        ? "%s has %s AI credits left. You asked to be told at %s."
                                .formatted(
                                        customer,
                                        text(crossed.balance()),
                                        text(crossed.threshold()))
                        : "%s has no AI credits left.".formatted(customer);
        return """
        %s

        Usage goes on and is counted. What it costs beyond the credits is paid first by those that are added next.

        %s
        """
                .formatted(state, brand.name());
    }

    private static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }
}
