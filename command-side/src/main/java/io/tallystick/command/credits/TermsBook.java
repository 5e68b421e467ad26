package io.tallystick.command.credits;

import io.tallystick.command.credits.LedgerTables.Increment;
import io.tallystick.command.credits.LedgerTables.Price;
import io.tallystick.events.settings.Section;
import io.tallystick.events.settings.SettingsEvent.AiCreditsChanged;
import io.tallystick.events.settings.SettingsEvent.UsageChanged;
import io.tallystick.eventstore.LogPages.Entry;
import io.tallystick.rating.BillingIncrement;
import io.tallystick.rating.CreditPrices;
import io.tallystick.rating.IncrementHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What was agreed with all customers, kept in memory between pages. The highest position in the
/// tables says whether that is still all of it, also after another node was at work or a page was
/// rolled back.
final class TermsBook {

    private final LedgerTables tables;
    private final Map<UUID, List<CreditPrices.Change>> prices = new HashMap<>();
    private final Map<UUID, List<IncrementHistory.Change>> increments = new HashMap<>();
    private final Map<UUID, Terms> known = new HashMap<>();
    private long pricesUpTo;
    private long incrementsUpTo;

    TermsBook(LedgerTables tables) {
        this.tables = tables;
    }

    /// A setting holds from the time that its fact says.
    void keep(List<Entry> page) {
        List<Price> newPrices = new ArrayList<>();
        List<Increment> newIncrements = new ArrayList<>();
        for (Entry entry : page) {
            switch (entry.message().getPayload()) {
                case AiCreditsChanged changed when !arePricesEqual(changed) ->
                        newPrices.add(price(changed, entry));
                case UsageChanged changed when !areIncrementsEqual(changed) ->
                        newIncrements.add(increment(changed, entry));
                default -> {
                    // Nothing else says what usage costs.
                }
            }
        }
        tables.keepPrices(newPrices);
        tables.keepIncrements(newIncrements);
    }

    private static boolean arePricesEqual(AiCreditsChanged changed) {
        Section.AiCredits before = changed.before();
        Section.AiCredits after = changed.after();
        return before.enabled() == after.enabled()
                && before.creditsPerMinute().compareTo(after.creditsPerMinute()) == 0
                && before.creditsPerSmsSegment().compareTo(after.creditsPerSmsSegment()) == 0
                && before.creditsPerEmail().compareTo(after.creditsPerEmail()) == 0;
    }

    private static boolean areIncrementsEqual(UsageChanged changed) {
        return changed.before().voiceInitialSeconds() == changed.after().voiceInitialSeconds()
                && changed.before().voiceStepSeconds() == changed.after().voiceStepSeconds();
    }

    private static Price price(AiCreditsChanged changed, Entry entry) {
        Section.AiCredits credits = changed.after();
        return new Price(
                changed.partnerId(),
                changed.customerId(),
                entry.position(),
                entry.message().getTimestamp(),
                credits.enabled(),
                credits.creditsPerMinute(),
                credits.creditsPerSmsSegment(),
                credits.creditsPerEmail());
    }

    private static Increment increment(UsageChanged changed, Entry entry) {
        return new Increment(
                changed.partnerId(),
                changed.customerId(),
                entry.position(),
                entry.message().getTimestamp(),
                changed.after().voiceInitialSeconds(),
                changed.after().voiceStepSeconds());
    }

    /// Reads what is not known yet. After a page was rolled back the tables are behind, and all is
    /// read anew.
    void refresh() {
        long newestPrice = tables.newestPrice();
        long newestIncrement = tables.newestIncrement();
        if (newestPrice < pricesUpTo || newestIncrement < incrementsUpTo) {
            forget();
        }
        if (newestPrice > pricesUpTo) {
            tables.prices(pricesUpTo).forEach(this::learn);
            pricesUpTo = newestPrice;
        }
        if (newestIncrement > incrementsUpTo) {
            tables.increments(incrementsUpTo).forEach(this::learn);
            incrementsUpTo = newestIncrement;
        }
    }

    void forget() {
        prices.clear();
        increments.clear();
        known.clear();
        pricesUpTo = 0;
        incrementsUpTo = 0;
    }

    private void learn(Price price) {
        known.remove(price.customerId());
        prices.computeIfAbsent(price.customerId(), absent -> new ArrayList<>())
                .add(
                        new CreditPrices.Change(
                                price.position(),
                                price.since(),
                                price.enabled(),
                                price.perMinute(),
                                price.perSmsSegment(),
                                price.perEmail()));
    }

    private void learn(Increment increment) {
        known.remove(increment.customerId());
        increments
                .computeIfAbsent(increment.customerId(), absent -> new ArrayList<>())
                .add(
                        new IncrementHistory.Change(
                                increment.position(),
                                increment.since(),
                                new BillingIncrement(
                                        increment.initialSeconds(), increment.stepSeconds())));
    }

    boolean isEmpty() {
        return prices.isEmpty();
    }

    Terms of(UUID customerId) {
        List<CreditPrices.Change> changes = prices.get(customerId);
        return changes == null
                ? Terms.NONE
                : known.computeIfAbsent(
                        customerId,
                        absent ->
                                new Terms(
                                        new CreditPrices(changes),
                                        new IncrementHistory(
                                                increments.getOrDefault(customerId, List.of()))));
    }
}
