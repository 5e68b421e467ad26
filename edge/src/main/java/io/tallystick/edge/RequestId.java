package io.tallystick.edge;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/// One id per request. It is the `traceId` of a problem and the `requestId` of the facts that the
/// request caused, and of access records. It has its time in it, so that a request is found by it.
public final class RequestId {

    /// The header of answers that have no other place for it.
    public static final String HEADER = "Tallystick-Request";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final int TIME_ORDERED = 7;

    /// Bits behind the time, in the first half of an id.
    private static final int NOT_TIME = 16;

    private static final TimeBasedEpochGenerator IDS = Generators.timeBasedEpochGenerator();

    private RequestId() {}

    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = IDS.generate().toString();
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    /// When a request got its id, to the millisecond; empty for what is none of ours.
    public static Optional<Instant> time(String id) {
        try {
            UUID uuid = UUID.fromString(id);
            return uuid.version() == TIME_ORDERED
                    ? Optional.of(Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> NOT_TIME))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
