package io.tallystick.edge.audit;

import io.tallystick.edge.caller.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Has it written down who looked into the system log. Queries write nothing, so this is a port
/// behind which the command side does it. It is done before the answer leaves: nobody sees entries
/// and leaves no trace.
public interface LogReadings {

    /// Reads of the same caller that ask for the same are one fact a minute.
    void note(Caller caller, String requestId, Reading reading);

    /// What somebody asked of the log.
    ///
    /// @param partnerId whose log, null for what belongs to the installation and to no partner
    /// @param customerId null for all of the partner
    /// @param filter `name=value` joined by `&`, always in the same order; empty for everything
    /// @param format of a file that it was taken away as, null for what was only looked at
    record Reading(
            @Nullable UUID partnerId,
            @Nullable UUID customerId,
            String filter,
            @Nullable String format) {}
}
