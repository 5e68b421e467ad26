package io.tallystick.projections.contacts;

import org.jspecify.annotations.Nullable;

/// What a row is from an entry of the log on.
///
/// @param healed null for a row that is no more
record Version(Contact contact, String newNumber, long position, @Nullable Healed healed) {}
