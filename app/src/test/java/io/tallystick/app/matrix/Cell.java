package io.tallystick.app.matrix;

import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One question of the matrix: what a request names.
///
/// @param owner of what the path or body names, null where it names nothing
/// @param thing whose key, member or invitation `{id}` is; another's than the owner's is absent
/// @param named the partner that the request says it acts in, null for the caller's own
/// @param byId whether the owner is named by its id and not by its key
/// @param meter that is asked for
record Cell(
        @Nullable House owner,
        @Nullable House thing,
        @Nullable House named,
        boolean byId,
        String meter) {

    static Cell of(House owner, boolean byId) {
        return new Cell(owner, owner, null, byId, owner.meter());
    }

    static Cell ofNobody(String meter) {
        return new Cell(null, null, null, false, meter);
    }

    Cell with(House house) {
        return new Cell(house, house, named, byId, meter);
    }

    Cell withThingOf(House other) {
        return new Cell(owner, other, named, byId, meter);
    }

    Cell in(@Nullable House partner) {
        return new Cell(owner, thing, partner, byId, meter);
    }

    /// By key, and for what is the owner's own.
    boolean isPlain() {
        return !byId && Objects.equals(owner, thing);
    }

    boolean isVisibleTo(Who who) {
        return (owner == null || owner.place().isVisibleTo(who))
                && Objects.equals(owner, thing)
                && isNamedBy(who);
    }

    /// Operators always name the partner of the houses.
    boolean isNamedBy(Who who) {
        return who.isOperator()
                ? named == null || named.place() == House.Place.PARTNER
                : named == null;
    }

    /// The same with nobody in the place of whoever is hidden.
    Cell absent(Who who, House nobody) {
        if (!isNamedBy(who)) {
            return in(nobody);
        }
        boolean ownerShown = owner != null && owner.place().isVisibleTo(who);
        return ownerShown ? withThingOf(nobody) : with(nobody);
    }

    /// What of it is not there for the caller, as the code of a 404 says it.
    String notFound(Entry entry, Who who) {
        if (!isNamedBy(who)) {
            return "partner_not_found";
        }
        boolean thingOnly = entry.id() != null && (owner == null || owner.place().isVisibleTo(who));
        if (thingOnly && entry.id() != null) {
            return entry.id().notFound();
        }
        return entry.hasInPath("partner")
                ? "partner_not_found"
                : entry.hasInPath("customer") ? "customer_not_found" : "event_not_found";
    }

    Optional<String> value(String placeholder, Entry entry) {
        return switch (placeholder) {
            case "customer", "partner" ->
                    Optional.ofNullable(owner).map(it -> byId ? it.id() : it.key());
            case "id" ->
                    thing == null || entry.id() == null
                            ? Optional.empty()
                            : Optional.of(thing.things().getOrDefault(entry.id(), ""));
            case "position" -> Optional.ofNullable(owner).map(it -> it.event().get(0));
            case "slug" -> Optional.of(meter);
            case "section" -> Optional.ofNullable(entry.section());
            case "ordinal" -> Optional.ofNullable(owner).map(it -> it.event().get(1));
            default -> Optional.empty();
        };
    }

    @Override
    public String toString() {
        return Stream.of(
                        owner == null ? null : "of " + owner.place() + (byId ? " by id" : ""),
                        thing == owner || thing == null ? null : "for a thing of " + thing.place(),
                        named == null ? null : "in partner " + named.place())
                .filter(Objects::nonNull)
                .reduce((left, right) -> left + " " + right)
                .orElse("of nobody in particular");
    }
}
