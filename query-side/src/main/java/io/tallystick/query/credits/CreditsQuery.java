package io.tallystick.query.credits;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.wall.ShownCredits;
import io.tallystick.edge.wall.ShownCredits.Balance;
import io.tallystick.edge.wall.ShownCredits.Crossing;
import io.tallystick.edge.wall.ShownCredits.Hold;
import io.tallystick.edge.wall.ShownCredits.Listed;
import io.tallystick.edge.wall.ShownCredits.Transaction;
import io.tallystick.edge.wall.ShownSettings;
import io.tallystick.events.settings.Section.AiCredits;
import io.tallystick.query.page.Cursor;
import io.tallystick.query.page.Page;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Credits of one customer. The ledger is kept with commands, because money is decided there; this
/// only shows it.
@Component
public final class CreditsQuery {

    /// Of which the position is.
    public static final String GROUP = "credits";

    private final ShownCredits credits;
    private final ShownSettings settings;

    CreditsQuery(ShownCredits credits, ShownSettings settings) {
        this.credits = credits;
        this.settings = settings;
    }

    public CreditsView of(Sight sight, Customer customer, Instant now) {
        AiCredits set = settings(sight, customer);
        Balance balance = credits.balance(sight, customer.customerId(), CreditsView.LOTS_MAX);
        return CreditsView.of(set, balance, now);
    }

    public AiCredits settings(Sight sight, Customer customer) {
        return settings.of(sight, customer.customerId()).orElseThrow().of(AiCredits.class);
    }

    /// A page, the newest first.
    ///
    /// @param after the last of the page before, null for the first page
    public Page<TransactionItem> transactions(
            Sight sight,
            Customer customer,
            @Nullable TransactionCursor after,
            int limit,
            Instant now) {
        var from = after == null ? TransactionCursor.NEWEST : after;
        Listed<Transaction> found =
                credits.transactions(
                        sight, customer.customerId(), from.position(), from.ordinal(), limit + 1);
        return Page.of(
                        found.items(),
                        limit,
                        last -> new TransactionCursor(last.position(), last.ordinal()).text(),
                        now,
                        found.position())
                .map(TransactionItem::of);
    }

    Page<HoldItem> holds(
            Sight sight, Customer customer, @Nullable UUID before, int limit, Instant now) {
        Listed<Hold> found = credits.holds(sight, customer.customerId(), before, limit + 1);
        return Page.of(
                        found.items(),
                        limit,
                        last -> Cursor.of(last.holdId().toString()),
                        now,
                        found.position())
                .map(HoldItem::of);
    }

    Page<AlertItem> alerts(Sight sight, Customer customer, long before, int limit, Instant now) {
        Listed<Crossing> found = credits.crossings(sight, customer.customerId(), before, limit + 1);
        return Page.of(
                        found.items(),
                        limit,
                        last -> Cursor.of(Long.toString(last.position())),
                        now,
                        found.position())
                .map(AlertItem::of);
    }
}
