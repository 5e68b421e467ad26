package io.tallystick.command.group;

import io.tallystick.eventstore.DerivedFacts.Derived;
import io.tallystick.eventstore.LogPages.Entry;
import java.util.List;

/// What a group does with the log. All of it happens in the transaction that moves the group's
/// position, so it happens once.
public interface LogWork {

    /// What tokens and operators call the group. It never changes, and `log_group` has a row for
    /// it.
    String name();

    /// @param page the entries that follow, in order
    /// @return facts that follow from them, in the order of their causes
    List<Derived> apply(List<Entry> page);

    /// Asked every quarter of a second, before the page: what follows from time that has passed.
    default List<Derived> idle() {
        return List.of();
    }

    /// A page was rolled back: whatever was learned from it is not known.
    default void forget() {}
}
