package io.tallystick.projections;

import java.util.Objects;
import org.axonframework.eventhandling.Segment;
import org.axonframework.messaging.unitofwork.UnitOfWork;

/// The segment that a batch is handled for. A projector whose entries concern several segments asks
/// it for its part of each.
public final class Share {

    private static final String SEGMENT = Share.class.getName() + ".segment";

    private Share() {}

    public static void set(UnitOfWork<?> batch, Segment segment) {
        batch.root().resources().put(SEGMENT, segment);
    }

    public static Segment of(UnitOfWork<?> batch) {
        return Objects.requireNonNull(batch.root().getResource(SEGMENT), "no segment is set");
    }
}
