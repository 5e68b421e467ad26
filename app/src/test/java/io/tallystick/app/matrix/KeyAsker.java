package io.tallystick.app.matrix;

import io.tallystick.app.Api;
import java.nio.charset.StandardCharsets;

/// A program with a key.
///
/// @param seenVersion of the settings of every customer
record KeyAsker(Who who, Api api, String seenVersion) implements Asker {

    @Override
    public Answer ask(Question question) {
        House named = question.cell().named();
        Api.Answer answer = send(named == null ? api : api.inPartner(named.key()), question);
        return Answer.of(answer.status(), answer.raw().headers(), answer.body(), question.sent());
    }

    private Api.Answer send(Api api, Question question) {
        return switch (question.entry().method()) {
            case "GET" -> api.get(question.path());
            case "DELETE" -> api.delete(question.path(), "If-Match", seenVersion);
            default ->
                    api.send(
                            question.entry().method(),
                            question.path(),
                            question.path().endsWith("/events")
                                    ? "application/cloudevents-batch+json"
                                    : "application/json",
                            question.body().getBytes(StandardCharsets.UTF_8),
                            "If-Match",
                            seenVersion);
        };
    }
}
