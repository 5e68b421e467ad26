package io.tallystick.app.matrix;

import io.tallystick.edge.caller.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// All that can be asked of a route.
final class Cells {

    /// What the matrix can fill in.
    private static final Set<String> KNOWN =
            Set.of(
                    "customer",
                    "partner",
                    "id",
                    "position",
                    "ordinal",
                    "slug",
                    "name",
                    "number",
                    "token",
                    "session",
                    "part",
                    "section",
                    "hash",
                    "hold",
                    "mail",
                    "delivery",
                    "primary",
                    "accent");

    private final Houses houses;

    Cells(Houses houses) {
        this.houses = houses;
    }

    static List<String> unknownPlaceholders(String path) {
        return Entry.placeholders(path).stream().filter(name -> !KNOWN.contains(name)).toList();
    }

    List<Cell> of(Entry entry, Who who) {
        @Nullable House place = who.isOperator() ? houses.partner() : null;
        List<Cell> cells = new ArrayList<>(named(entry));
        if (entry.id() != null) {
            cells.addAll(strangers(entry));
        }
        List<Cell> placed = new ArrayList<>(cells.stream().map(cell -> cell.in(place)).toList());
        if (mayNameAPartner(entry, who)) {
            House other = who.isOperator() ? houses.absent() : houses.otherPartner();
            placed.add(cells.getFirst().in(other));
        }
        return placed;
    }

    /// Everybody by key and by id, or once where nobody is named.
    private List<Cell> named(Entry entry) {
        if (entry.uses("customer")) {
            boolean inPath = entry.hasInPath("customer");
            return Stream.of(false, true)
                    .filter(byId -> inPath || !byId)
                    .flatMap(byId -> houses.customers().stream().map(it -> Cell.of(it, byId)))
                    .toList();
        }
        if (entry.hasInPath("partner")) {
            return Stream.of(false, true)
                    .flatMap(byId -> houses.partners().stream().map(it -> Cell.of(it, byId)))
                    .toList();
        }
        if (entry.hasInPath("position")) {
            return houses.customers().stream().map(it -> Cell.of(it, false)).toList();
        }
        if (entry.hasInPath("slug")) {
            return Stream.of(Usage.values()).map(it -> Cell.ofNobody(it.meter())).toList();
        }
        return List.of(
                entry.id() == null
                        ? Cell.ofNobody(Usage.CALL.meter())
                        : Cell.of(houses.partner(), false));
    }

    /// One's own house, but what is another's in it.
    private List<Cell> strangers(Entry entry) {
        House own = entry.hasInPath("customer") ? houses.customer() : houses.partner();
        return Stream.of(
                        houses.partner(),
                        houses.otherPartner(),
                        houses.customer(),
                        houses.sibling(),
                        houses.foreign())
                .filter(other -> other != own)
                .filter(other -> !isInTheLogOf(own, other, entry))
                .map(other -> Cell.of(own, false).withThingOf(other))
                .toList();
    }

    /// The log of a partner has its customers' entries too.
    private boolean isInTheLogOf(House own, House other, Entry entry) {
        return entry.id() == Thing.LOG_ENTRY
                && own == houses.partner()
                && (other == houses.customer() || other == houses.sibling());
    }

    /// Pages that nobody is at do not look at the partner.
    private static boolean mayNameAPartner(Entry entry, Who who) {
        boolean api = entry.path().startsWith("/api/");
        boolean home = entry.path().equals("/") && who.may(Permission.READ);
        boolean atAHouse =
                entry.hasInPath("customer") || entry.rule().reach() == Rule.Reach.PARTNERS;
        return api || home || atAHouse;
    }
}
