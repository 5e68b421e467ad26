package io.tallystick.command.access;

import java.util.UUID;

/// Somebody signed in to the pages.
public record RecordLogin(UUID accountId, String login) {}
