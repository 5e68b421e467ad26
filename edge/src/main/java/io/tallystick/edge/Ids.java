package io.tallystick.edge;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import java.util.UUID;

/// Ids are made here, at the edge, and nowhere deeper: a projection or an aggregate that makes ids
/// cannot be replayed.
public final class Ids {

    private static final TimeBasedEpochGenerator TIME_ORDERED =
            Generators.timeBasedEpochGenerator();

    private Ids() {}

    /// A UUIDv7.
    public static UUID next() {
        return TIME_ORDERED.generate();
    }
}
