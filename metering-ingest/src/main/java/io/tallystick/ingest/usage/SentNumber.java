package io.tallystick.ingest.usage;

/// A telephone number as it was sent. Which one it is depends on the customer's country.
///
/// @param member of `data`
/// @param required whether the event is refused when it is no number
public record SentNumber(String member, String writing, boolean required) {

    /// Whether it says itself of which country it is.
    boolean isInternational() {
        return writing.stripLeading().startsWith("+");
    }
}
