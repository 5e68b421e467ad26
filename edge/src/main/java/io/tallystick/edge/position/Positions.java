package io.tallystick.edge.position;

import io.tallystick.edge.problem.ApiProblem;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/// The headers with which a client reads its own writes.
public final class Positions {

    /// Answered by every command: where the log stood when it was done.
    public static final String POSITION = "Tallystick-Position";

    /// Sent with a read: answer only once this position is included.
    public static final String WAIT_FOR = "Tallystick-Wait-For";

    private Positions() {}

    public static OptionalLong parse(@Nullable String header) {
        if (header == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(header.strip()));
        } catch (NumberFormatException e) {
            throw ApiProblem.invalid(
                    WAIT_FOR, "not_a_position", WAIT_FOR + " must be a whole number.");
        }
    }
}
