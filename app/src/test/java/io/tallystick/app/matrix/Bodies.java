package io.tallystick.app.matrix;

/// What routes take. Placeholders are filled by [Cell].
final class Bodies {

    /// Its id is new each time, so that no answer is a duplicate's.
    static final String EVENT =
            """
            [{"specversion": "1.0", "id": "{new}", "source": "matrix", "type": "sms.sent",
              "subject": "{customer}", "data": {"segments": 1}}]
            """;

    /// Where the range begins when nothing says so must tell nothing either.
    static final String ONE_SUBJECT = "?subject={customer}&to=2026-11-04T00:00:00Z&groupBy=subject";

    static final String EVERYBODY = "?groupBy=subject&to=2026-11-04T00:00:00Z";

    static final String NEW =
            """
            {"key": "{new}", "name": "Made by the matrix"}\
            """;

    /// What is saved is what was there before, so that every cell finds the same.
    static final String DETAILS =
            """
            {"country": "US"}\
            """;

    static final String LIMITS =
            """
            {"tier": "enterprise", "requestsPerMinute": 1000000}\
            """;

    /// What changes nothing, so that every cell finds the same.
    static final String NOTHING = "{}";

    static final String STORAGE =
            """
            {"storageMb": 1000}\
            """;

    static final String TEAM =
            """
            {"enabled": true, "max": null}\
            """;

    static final String NUMBER = "+12025550100";

    static final String CALLER =
            """
            {"number": "+12025550100"}\
            """;

    static final String TICKET =
            """
            {"subject": "Made by the matrix", "text": "Made by the matrix"}\
            """;

    static final String CLIENT =
            """
            {"name": "Made by the matrix", "email": "{new}@example.com"}\
            """;

    static final String CLIENTS =
            """
            {"clients": [{"name": "Made by the matrix", "email": "{new}@example.com"}]}\
            """;

    static final String EMBED_URL =
            """
            {"kind": "other", "scopes": ["usage"]}\
            """;

    static final String WEBHOOK_ENDPOINT =
            """
            {"url": "https://hooks.example.com/in", "types": ["credits.low"]}\
            """;

    static final String TEXT =
            """
            {"text": "Made by the matrix"}\
            """;

    /// What it is already.
    static final String OPEN =
            """
            {"state": "open"}\
            """;

    static final String KEY_NAME = "Made by the matrix";

    static final String KEY =
            """
            {"name": "Made by the matrix", "permissions": ["read"]}\
            """;

    static final String INVITED =
            """
            {"email": "{new}@example.com", "role": "viewer"}\
            """;

    static final String ROLE =
            """
            {"role": "manager"}\
            """;

    static final String ME =
            """
            {"name": "Made by the matrix"}\
            """;

    static final String REASON =
            """
            {"reason": "The matrix asks"}\
            """;

    static final String GRANT =
            """
            {"amount": "10"}\
            """;

    static final String DEDUCTION =
            """
            {"amount": "0.5", "reason": "The matrix asks", "override": true}\
            """;

    static final String HOLD =
            """
            {"callId": "{new}", "amount": "1"}\
            """;

    private Bodies() {}
}
