package io.tallystick.app.matrix;

/// What becomes of a request, before anybody looks at its body.
enum Verdict {
    ALLOWED(200, ""),
    MISSING(403, "permission_missing"),
    NO_OPERATOR(403, "operator_only"),
    NO_PARTNER(403, "partner_only"),

    NO_PERSON(403, "not_a_person"),

    /// A key that is no operator's names a partner.
    NAMES_PARTNER(403, "partner_header_not_allowed"),

    /// What was asked for is not there, or not there for this caller. Nobody can tell which.
    HIDDEN(404, "");

    private final int status;
    private final String code;

    Verdict(int status, String code) {
        this.status = status;
        this.code = code;
    }

    /// Whether it depends on what the request names. The others are asked less, because they are
    /// the same for everything.
    boolean isAboutTheCell() {
        return this == ALLOWED || this == HIDDEN;
    }

    int status() {
        return status;
    }

    /// Empty where it depends on what was looked for.
    String code() {
        return code;
    }
}
