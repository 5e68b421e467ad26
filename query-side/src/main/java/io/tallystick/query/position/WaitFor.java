package io.tallystick.query.position;

import io.tallystick.edge.position.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Honours the header with which a client reads its own writes.
@Component
public final class WaitFor {

    private final ProjectionWatch watch;

    WaitFor(ProjectionWatch watch) {
        this.watch = watch;
    }

    /// Returns at once without the header.
    ///
    /// @throws ProjectionBehind when the projection does not get there in time
    public void header(@Nullable String waitFor, String... projections) {
        Positions.parse(waitFor)
                .ifPresent(position -> {
                    for (String projection : projections) {
                        watch.await(projection, position);
                    }
                });
    }
}
