package io.tallystick.eventstore.usage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Who sent the rows of one request; one line in the metadata of their chunk, where the request is
/// found by its id.
///
/// @param customerId the only customer that the sender acts for, null for none
/// @param ip where the request came from
public record IngestOrigin(
        UUID tenantId,
        @Nullable UUID customerId,
        String actorType,
        String actorId,
        String requestId,
        @Nullable String ip,
        int events) {}
