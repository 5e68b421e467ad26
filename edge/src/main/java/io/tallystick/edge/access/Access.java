package io.tallystick.edge.access;

import io.tallystick.events.audit.AccessLine.Actor;
import io.tallystick.events.audit.AccessLine.Target;
import io.tallystick.events.audit.AccessOutcome;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One request, as it is folded with others.
///
/// @param alike what requests of one line have in common
/// @param ip where it came from
/// @param userAgent what sent it, as it says itself
record Access(
        Alike alike,
        Instant at,
        String requestId,
        @Nullable String ip,
        @Nullable String userAgent) {

    /// Who asked for what, and what became of it.
    record Alike(AccessOutcome outcome, Actor actor, Target target) {}
}
