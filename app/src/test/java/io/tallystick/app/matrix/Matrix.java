package io.tallystick.app.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// Asks every cell and holds the answer to the table. What differs is gathered, so that one run
/// shows all of it.
final class Matrix {

    private final Town town;
    private final Cells cells;
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

    /// What the route that is being asked says about nobody.
    private final Map<Place, String> absences = new ConcurrentHashMap<>();

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private record Turn(Asker asker, Cell cell, Verdict verdict) {}

    private record Place(Asker asker, Cell cell) {}

    Matrix(Town town) {
        this.town = town;
        this.cells = new Cells(town.houses());
    }

    List<String> faults() {
        return faults;
    }

    /// Marks of houses that somebody was shown who may see them.
    Set<String> seen() {
        return seen;
    }

    void ask(Entry entry, List<? extends Asker> askers) {
        absences.clear();
        try {
            askAll(entry, askers);
        } catch (AssertionError | RuntimeException broken) {
            faults.add(entry + " could not be asked further: " + broken);
        }
    }

    /// Refusals come first: what is allowed may change what they are about. What changes nothing is
    /// asked by several at once, each asking one thing after the other.
    private void askAll(Entry entry, List<? extends Asker> askers) {
        askers.parallelStream()
                .forEach(asker -> turns(entry, asker, false).forEach(turn -> take(entry, turn)));
        var others = entry.isRead() ? askers.parallelStream() : askers.stream();
        int allowed = others.mapToInt(asker -> takeAllowed(entry, asker)).sum();
        if (allowed == 0 && entry.rule() != Rule.PERSON) {
            faults.add(entry + " is allowed to nobody");
        }
    }

    private int takeAllowed(Entry entry, Asker asker) {
        List<Turn> turns = turns(entry, asker, true);
        turns.forEach(turn -> take(entry, turn));
        return turns.size();
    }

    private List<Turn> turns(Entry entry, Asker asker, boolean allowed) {
        return cells.of(entry, asker.who()).stream()
                .map(cell -> new Turn(asker, cell, Verdicts.of(entry, cell, asker.who())))
                .filter(turn -> (turn.verdict() == Verdict.ALLOWED) == allowed)
                .filter(turn -> turn.verdict().isAboutTheCell() || turn.cell().isPlain())
                .toList();
    }

    private void take(Entry entry, Turn turn) {
        boolean allowed = turn.verdict() == Verdict.ALLOWED;
        Cell cell =
                allowed && entry.id() != null && !entry.isRead()
                        ? town.fresh(turn.cell(), entry.id())
                        : turn.cell();
        Answer answer = ask(entry, turn.asker(), cell);
        Verdicts.fault(entry, turn.asker().who(), cell, turn.verdict(), answer)
                .ifPresent(fault -> report(entry, turn.asker(), cell, fault, answer));
        tidy(entry, cell);
        if (allowed) {
            look(turn.asker().who(), answer);
        } else if (!cell.isVisibleTo(turn.asker().who())) {
            compare(entry, turn.asker(), cell, answer);
        }
    }

    private Answer ask(Entry entry, Asker asker, Cell cell) {
        Answer answer = asker.ask(Question.of(entry, cell, asker.own()));
        String told = answer.told();
        town.houses()
                .closedTo(asker.who())
                .flatMap(House::marks)
                .filter(told::contains)
                .map(mark -> "shows “" + mark + "”, which is another's")
                .forEach(fault -> report(entry, asker, cell, fault, answer));
        return answer;
    }

    /// What is another's and what is nobody's are the same.
    private void compare(Entry entry, Asker asker, Cell cell, Answer answer) {
        Cell absent = cell.absent(asker.who(), town.houses().absent());
        if (absent.equals(cell)) {
            return;
        }
        String twin =
                absences.computeIfAbsent(
                        new Place(asker, absent), _ -> ask(entry, asker, absent).lasting());
        if (!twin.equals(answer.lasting())) {
            String fault = "differs from the answer about nobody, which is\n" + twin;
            report(entry, asker, cell, fault, answer);
        }
    }

    private void look(Who who, Answer answer) {
        String told = answer.told();
        town.houses()
                .all()
                .filter(house -> house.place().isVisibleTo(who))
                .flatMap(House::marks)
                .filter(told::contains)
                .forEach(seen::add);
    }

    private void tidy(Entry entry, Cell cell) {
        House owner = cell.owner();
        if (owner == null || owner.place().isPartner() || entry.isRead()) {
            return;
        }
        if (entry.path().endsWith("/api-keys")) {
            town.revokeMadeKeys(owner);
        }
        if (entry.path().contains("/webhook")) {
            town.removeMadeEndpoints(owner);
        }
    }

    private void report(Entry entry, Asker asker, Cell cell, String fault, Answer answer) {
        faults.add(
                "%s, asked by the %s %s: %s. The answer is%n%s%n"
                        .formatted(entry, asker.who(), cell, fault, answer.lasting()));
    }
}
