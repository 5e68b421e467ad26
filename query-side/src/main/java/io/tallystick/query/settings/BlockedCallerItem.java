package io.tallystick.query.settings;

import io.tallystick.edge.lookup.BlockedCallers.BlockedCaller;
import java.time.Instant;

/// A caller that is not let through.
///
/// @param number as E.164 writes it
/// @param blockedAt since when
/// @param stoppedCalls calls of it that were stopped in the last 30 times 24 hours, before it was
///   unblocked and blocked again too
public record BlockedCallerItem(String number, Instant blockedAt, long stoppedCalls) {

    static BlockedCallerItem of(BlockedCaller caller, long stoppedCalls) {
        return new BlockedCallerItem(caller.number(), caller.blockedAt(), stoppedCalls);
    }
}
