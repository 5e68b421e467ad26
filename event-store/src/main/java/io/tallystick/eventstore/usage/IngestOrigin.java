package io.tallystick.eventstore.usage;

import java.util.UUID;

/// Who sent the rows of one request; one line in the metadata of their chunk.
public record IngestOrigin(
        UUID tenantId, String actorType, String actorId, String requestId, int events) {}
