package io.tallystick.projections.contacts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A contact's number that was found and confirmed.
///
/// @param enrichedAt when it was found
/// @param confirmedAt when the contact was reached there first after that
/// @param flaggedAt since when it is known to be wrong, null while it is healed
record Healed(
        @Nullable String externalId,
        @Nullable String oldNumber,
        Instant enrichedAt,
        Instant confirmedAt,
        @Nullable Instant flaggedAt) {}
