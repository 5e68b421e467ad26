package io.tallystick.query.access;

import java.time.Instant;
import java.util.UUID;

/// A partner in a list. Its id is the tenant's.
///
/// @param id made by the server
/// @param key what `Tallystick-Partner` names
/// @param name what people call it
/// @param createdAt when it was created
public record PartnerItem(UUID id, String key, String name, Instant createdAt) {}
