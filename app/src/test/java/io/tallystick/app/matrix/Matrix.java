package io.tallystick.app.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Asks every cell and holds the answer to the table. What differs is gathered, so that one run
/// shows all of it.
final class Matrix {

    private final Town town;
    private final Cells cells;
    private final List<String> faults = Collections.synchronizedList(new ArrayList<>());

    /// What the route that is being asked says about nobody.
    private final Map<Turn, String> absences = new ConcurrentHashMap<>();

    private final Set<String> seen = ConcurrentHashMap.newKeySet();

    private record Turn(Asker asker, Cell cell, Verdict verdict) {}

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

    /// Refusals come first: what is allowed may change what they are about. What changes nothing is
    /// asked by several at once, each asking one thing after the other.
    void ask(Entry entry, List<? extends Asker> askers) {
        absences.clear();
        askers.parallelStream()
                .forEach(asker -> turns(entry, asker, false).forEach(turn -> take(entry, turn)));
        var changing = entry.isRead() ? askers.parallelStream() : askers.stream();
        long allowed =
                changing.mapToLong(
                                asker -> {
                                    List<Turn> turns = turns(entry, asker, true);
                                    turns.forEach(turn -> take(entry, turn));
                                    return turns.size();
                                })
                        .sum();
        if (allowed == 0) {
            faults.add(entry + " is allowed to nobody");
        }
    }

    private List<Turn> turns(Entry entry, Asker asker, boolean allowed) {
        return cells.of(entry, asker.who()).stream()
                .map(cell -> new Turn(asker, cell, Verdicts.of(entry, cell, asker.who())))
                .filter(turn -> (turn.verdict() == Verdict.ALLOWED) == allowed)
                .filter(turn -> turn.verdict().isOfTheHouse() || turn.cell().isPlain())
                .toList();
    }

    private void take(Entry entry, Turn turn) {
        boolean allowed = turn.verdict() == Verdict.ALLOWED;
        Cell cell =
                allowed && entry.id() != null ? town.fresh(turn.cell(), entry.id()) : turn.cell();
        Answer answer = ask(entry, turn.asker(), cell);
        Verdicts.fault(entry, turn.asker().who(), cell, turn.verdict(), answer)
                .ifPresent(fault -> report(entry, turn, fault, answer));
        if (allowed) {
            look(turn.asker().who(), answer);
            tidy(entry, cell);
        } else {
            compare(entry, turn, answer);
        }
    }

    private Answer ask(Entry entry, Asker asker, Cell cell) {
        Answer answer = asker.ask(Question.of(entry, cell, asker.own()));
        String told = answer.told();
        town.houses()
                .closedTo(asker.who())
                .flatMap(House::marks)
                .filter(told::contains)
                .forEach(mark ->
                        report(
                                entry,
                                new Turn(asker, cell, Verdict.HIDDEN),
                                "shows “" + mark + "”, which is another's",
                                answer));
        return answer;
    }

    /// What is another's and what is nobody's are the same.
    private void compare(Entry entry, Turn turn, Answer answer) {
        Who who = turn.asker().who();
        if (turn.cell().isVisibleTo(who)) {
            return;
        }
        Cell absent = turn.cell().absent(who, town.houses().absent());
        if (absent.equals(turn.cell())) {
            return;
        }
        String twin =
                absences.computeIfAbsent(
                        new Turn(turn.asker(), absent, turn.verdict()),
                        _ -> ask(entry, turn.asker(), absent).lasting());
        if (!twin.equals(answer.lasting())) {
            report(entry, turn, "differs from the answer about nobody, which is\n" + twin, answer);
        }
    }

    private void look(Who who, Answer answer) {
        Predicate<House> open = house -> house.place().isVisibleTo(who);
        town.houses()
                .all()
                .filter(open)
                .flatMap(House::marks)
                .forEach(mark -> {
                    if (!seen.contains(mark) && answer.told().contains(mark)) {
                        seen.add(mark);
                    }
                });
    }

    private void tidy(Entry entry, Cell cell) {
        boolean issues = entry.method().equals("POST") && entry.path().endsWith("/api-keys");
        if (issues && cell.owner() != null) {
            town.revokeMadeKeys(cell.owner());
        }
    }

    private void report(Entry entry, Turn turn, String fault, Answer answer) {
        faults.add(
                "%s, asked by a %s %s: %s. The answer is%n%s%n"
                        .formatted(
                                entry, turn.asker().who(), turn.cell(), fault, answer.lasting()));
    }
}
