package io.tallystick.app.matrix;

import java.util.List;
import java.util.stream.Stream;

/// Who lives where: the callers' partner with two customers, another partner with one, and nobody.
record Houses(
        House partner,
        House otherPartner,
        House customer,
        House sibling,
        House foreign,
        House absent) {

    /// Nobody is asked for beside each of them that is hidden.
    List<House> customers() {
        return List.of(customer, sibling, foreign);
    }

    /// An operator sees them all, so nobody is asked for here.
    List<House> partners() {
        return List.of(partner, otherPartner, absent);
    }

    Stream<House> all() {
        return Stream.of(partner, otherPartner, customer, sibling, foreign);
    }

    /// Those whose every byte is a leak to the caller.
    Stream<House> closedTo(Who who) {
        return all().filter(house -> !house.place().isVisibleTo(who));
    }
}
