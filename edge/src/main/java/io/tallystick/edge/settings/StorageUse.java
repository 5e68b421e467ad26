package io.tallystick.edge.settings;

import io.tallystick.edge.caller.Sight;
import java.util.UUID;

/// How much a customer stores. Nobody on the command side counts usage, so this is a port behind
/// which the query side says what it shows: what was reported within the last moments may be
/// missing. It is asked at the edge, before a command begins.
public interface StorageUse {

    /// In megabytes of 10⁶ bytes, rounded up.
    long usedMb(Sight sight, UUID customerId);
}
