package io.tallystick.command.access;

import io.tallystick.events.access.AccessEvent.CustomerDetails;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A customer as a command left it.
///
/// @param id made by the server
/// @param key the `subject` of the customer's events
/// @param name what people call it
/// @param timeZone IANA name of the zone whose calendar the customer's periods follow
/// @param currency ISO 4217 code
/// @param country ISO 3166 code of two letters
/// @param email where people write to
record SavedCustomer(
        UUID id,
        String key,
        String name,
        String timeZone,
        String currency,
        String country,
        @Nullable String email) {

    static SavedCustomer of(UUID id, String key, CustomerDetails details) {
        return new SavedCustomer(
                id,
                key,
                details.name(),
                details.timeZone(),
                details.currency(),
                details.country(),
                details.email());
    }
}
