package io.tallystick.query.usage;

import io.tallystick.query.usage.Levels.Change;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Carries levels over windows in which nothing changed, and adds up the sources. Changes come
/// ordered by customer, source and window.
final class LevelCarry {

    private final int windows;
    private final boolean bySubject;
    private final Map<Optional<UUID>, TreeMap<Integer, BigDecimal>> steps = new LinkedHashMap<>();
    private @Nullable Change previous;

    LevelCarry(int windows, boolean bySubject) {
        this.windows = windows;
        this.bySubject = bySubject;
    }

    void add(Change change) {
        BigDecimal step = shown(change).subtract(before(change));
        Optional<UUID> subject = bySubject ? Optional.of(change.customerId()) : Optional.empty();
        // What was before the first window is there when it begins.
        int window = Math.max(change.window() - 1, 0);
        steps.computeIfAbsent(subject, absent -> new TreeMap<>())
                .merge(window, step, BigDecimal::add);
        previous = change;
    }

    private BigDecimal before(Change change) {
        return previous != null && previous.isOfSourceOf(change)
                ? shown(previous)
                : BigDecimal.ZERO;
    }

    private static BigDecimal shown(Change change) {
        return change.level().max(BigDecimal.ZERO);
    }

    /// From the first window with a step on, every window has a value.
    List<Cell> cells() {
        Cell.requireFew((long) steps.size() * windows);
        List<Cell> cells = new ArrayList<>();
        steps.forEach((subject, ofSubject) -> {
            BigDecimal level = BigDecimal.ZERO;
            for (int window = ofSubject.firstKey(); window < windows; window++) {
                level = level.add(ofSubject.getOrDefault(window, BigDecimal.ZERO));
                cells.add(new Cell(window, subject.orElse(null), List.of(), level));
            }
        });
        return cells;
    }
}
