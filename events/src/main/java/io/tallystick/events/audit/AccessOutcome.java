package io.tallystick.events.audit;

/// What became of requests that changed nothing.
public enum AccessOutcome {
    /// Somebody was shown something.
    READ,

    /// 401: the credential was missing, mistyped, unknown or revoked.
    UNAUTHENTICATED,

    /// 403: the sender is known and may not.
    DENIED,

    /// 404: what was asked for is not there, or is another's. Nobody is told which.
    NOT_FOUND,

    /// 429: the budget of the minute was used up.
    LIMITED,

    /// Login and password did not match.
    SIGN_IN_FAILED,

    /// Whoever guessed had to wait, and the password was not looked at.
    SIGN_IN_LIMITED,

    /// The password was right, and the account's team is switched off.
    SIGN_IN_DENIED
}
