package io.tallystick.effects.webhooks;

import java.time.Duration;

/// How long an endpoint may keep us waiting.
///
/// @param connect for a connection
/// @param answer for the next byte of an answer
/// @param attempt for all of it, however slowly somebody writes
record Patience(Duration connect, Duration answer, Duration attempt) {

    static final Patience USUAL =
            new Patience(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(12));
}
