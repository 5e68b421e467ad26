package io.tallystick.projections;

import java.util.List;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jooq.Table;

/// Tables that one projector keeps by following the log. A bean of this type is all it takes: it is
/// found, registered, run, listed and rebuilt by itself.
///
/// Its rows belong to a numbered generation. Readers see those of the live one, and a rebuild is a
/// new generation beside it.
public interface Projection {

    /// What operators, tokens and readers call it. It never changes.
    String name();

    /// How many may work on one generation at a time, a power of two. A generation keeps the number
    /// that it began with.
    default int segments() {
        return 1;
    }

    /// Entries of one value are handled in order and by one segment. Segments are decided by the
    /// value's hash, which must be the same in every process: a string, a number, an id, never an
    /// object that hashes by its address.
    default SequencingPolicy<? super EventMessage<?>> policy() {
        return event -> name();
    }

    /// Whether an entry concerns all segments. Each then handles its [Share] of it.
    default boolean concernsEverySegment(EventMessage<?> event) {
        return false;
    }

    /// The projector of one generation: an object with Axon's handlers that writes rows of this
    /// generation only. It is told of every entry and may ignore what it does not know.
    Object handler(int generation);

    /// All tables that it writes. Each has a column `generation`, first in its keys.
    List<Table<?>> tables();
}
