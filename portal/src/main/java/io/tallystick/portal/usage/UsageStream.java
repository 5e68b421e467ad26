package io.tallystick.portal.usage;

import io.tallystick.edge.caller.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Tells an open page that there is something new. The page then fetches the parts that move, so
/// that what it shows is always what its own session may see.
@Controller
final class UsageStream {

    private static final String RETRY_SECONDS = "30";

    private final Places places;
    private final LiveStreams streams;

    UsageStream(Places places, LiveStreams streams) {
        this.places = places;
        this.streams = streams;
    }

    @GetMapping("/customers/{customer}/stream")
    ResponseEntity<SseEmitter> stream(
            Caller caller,
            Authentication session,
            @PathVariable String customer,
            @RequestParam(required = false) @Nullable String partner) {
        places.place(caller, partner, customer, null);
        return streams.open(session.getName())
                .map(emitter ->
                        ResponseEntity.ok()
                                .contentType(MediaType.TEXT_EVENT_STREAM)
                                .header("X-Accel-Buffering", "no")
                                .body(emitter))
                .orElseGet(UsageStream::full);
    }

    private static ResponseEntity<SseEmitter> full() {
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header(HttpHeaders.RETRY_AFTER, RETRY_SECONDS)
                .build();
    }
}
