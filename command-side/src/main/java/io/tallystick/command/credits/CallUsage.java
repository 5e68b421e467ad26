package io.tallystick.command.credits;

/// One event of a customer that holds credits for calls.
record CallUsage(String callId, UsageLine line) {}
