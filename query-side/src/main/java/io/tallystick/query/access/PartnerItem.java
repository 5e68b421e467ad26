package io.tallystick.query.access;

import java.time.Instant;
import java.util.UUID;

/// A partner in a list. Its id is the tenant's.
public record PartnerItem(UUID id, String key, String name, Instant createdAt) {}
