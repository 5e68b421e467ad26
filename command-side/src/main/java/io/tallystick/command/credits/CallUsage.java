package io.tallystick.command.credits;

/// One event of a customer that holds credits for calls.
///
/// @param priced whether usage was charged in credits when it happened; else it matters only where
///   credits were held for its call
record CallUsage(String callId, UsageLine line, boolean priced) {}
