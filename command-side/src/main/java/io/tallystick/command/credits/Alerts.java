package io.tallystick.command.credits;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The thresholds of one wallet, and which of them the next crossing concerns. One is crossed when
/// the balance falls from above it to it or below, and then not again before a top-up has brought
/// the balance above it.
final class Alerts {

    /// @param exhausted whether it is the alert that nothing is left, which is one of its own
    record Threshold(boolean exhausted, BigDecimal value) {

        static final Threshold EXHAUSTED = new Threshold(true, BigDecimal.ZERO);

        /// The lowest first: of several that are crossed at once people are told of the first.
        private static final Comparator<Threshold> LOWEST_FIRST =
                Comparator.comparing(Threshold::exhausted)
                        .reversed()
                        .thenComparing(Threshold::value);

        private boolean isCrossed(BigDecimal before, BigDecimal after) {
            return before.compareTo(value) > 0 && isReached(after);
        }

        private boolean isReached(BigDecimal balance) {
            return balance.compareTo(value) <= 0;
        }
    }

    private final Map<Threshold, Boolean> armed = new TreeMap<>(Threshold.LOWEST_FIRST);
    private final Map<Threshold, Boolean> before;

    Alerts(Map<Threshold, Boolean> armed) {
        this.armed.putAll(armed);
        this.before = Map.copyOf(this.armed);
    }

    boolean hasChanged() {
        return !armed.equals(before);
    }

    Map<Threshold, Boolean> armed() {
        return armed;
    }

    /// From here on people are told of these. Of one that is new and reached already they are told
    /// at once, unless there were never any credits.
    ///
    /// @return those that are crossed, the lowest first
    List<Threshold> watch(Collection<Threshold> wanted, BigDecimal balance, boolean everHeld) {
        armed.keySet().removeIf(known -> !contains(wanted, known));
        List<Threshold> crossed = new ArrayList<>();
        for (Threshold threshold : wanted) {
            if (!armed.containsKey(threshold)) {
                boolean isLow = everHeld && threshold.isReached(balance);
                armed.put(threshold, !isLow);
                if (isLow) {
                    crossed.add(threshold);
                }
            }
        }
        crossed.sort(Threshold.LOWEST_FIRST);
        return crossed;
    }

    /// Decimals are equal where they are the same number.
    private static boolean contains(Collection<Threshold> all, Threshold one) {
        return all.stream().anyMatch(each -> Threshold.LOWEST_FIRST.compare(each, one) == 0);
    }

    /// @return those that are crossed, the lowest first
    List<Threshold> fell(BigDecimal before, BigDecimal after) {
        List<Threshold> crossed = new ArrayList<>();
        armed.forEach((threshold, isArmed) -> {
            if (isArmed && threshold.isCrossed(before, after)) {
                crossed.add(threshold);
            }
        });
        crossed.forEach(threshold -> armed.put(threshold, false));
        return crossed;
    }

    /// Credits were added.
    void toppedUp(BigDecimal after) {
        armed.replaceAll((threshold, isArmed) -> isArmed || !threshold.isReached(after));
    }
}
