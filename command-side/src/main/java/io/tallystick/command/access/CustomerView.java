package io.tallystick.command.access;

import io.tallystick.events.access.AccessEvent.CustomerDetails;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A customer as a command left it.
record CustomerView(
        UUID id,
        String key,
        String name,
        String timeZone,
        String currency,
        String country,
        @Nullable String email) {

    static CustomerView of(UUID id, String key, CustomerDetails details) {
        return new CustomerView(
                id,
                key,
                details.name(),
                details.timeZone(),
                details.currency(),
                details.country(),
                details.email());
    }
}
