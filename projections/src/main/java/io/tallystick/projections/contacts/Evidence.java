package io.tallystick.projections.contacts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// One event that tells of a contact's number.
///
/// @param number as E.164 writes it
/// @param externalId what the customer's own books call the contact, of enrichments that say so
/// @param oldNumber what the number takes the place of, of enrichments that say so
record Evidence(
        Kind kind,
        String number,
        Moment moment,
        @Nullable String externalId,
        @Nullable String oldNumber) {

    /// What is told of the number.
    enum Kind {
        /// It was found to be the contact's.
        ENRICHED,
        /// The contact was reached there.
        CONFIRMED,
        /// It is somebody else's.
        FLAGGED,
        /// That it were somebody else's was a mistake.
        UNFLAGGED;

        private static final Map<String, Kind> BY_NAME =
                Arrays.stream(values())
                        .collect(Collectors.toUnmodifiableMap(Kind::lower, Function.identity()));

        /// As rows write it.
        String lower() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind named(String name) {
            Kind kind = BY_NAME.get(name);
            if (kind == null) {
                throw new IllegalStateException("no kind of evidence: " + name);
            }
            return kind;
        }
    }

    static Evidence of(Kind kind, String number, Moment moment) {
        return new Evidence(kind, number, moment, null, null);
    }
}
