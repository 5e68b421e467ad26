package io.tallystick.edge;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import jakarta.servlet.http.HttpServletRequest;

/// One id per request. It is the `traceId` of a problem and the `requestId` of the facts that the
/// request caused.
public final class RequestId {

    private static final String ATTRIBUTE = RequestId.class.getName();
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
}
