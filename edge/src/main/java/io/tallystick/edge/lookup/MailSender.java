package io.tallystick.edge.lookup;

import org.jspecify.annotations.Nullable;

/// Whom a mail says that it comes from.
///
/// @param address null for the installation's own
public record MailSender(String name, @Nullable String address) {}
