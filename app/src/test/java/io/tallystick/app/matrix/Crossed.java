package io.tallystick.app.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.app.Api;
import io.tallystick.app.Browser;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/// A credential of one kind where only the other counts.
final class Crossed {

    private final Town town;
    private final String token;
    private final String tokenCookie;

    Crossed(Town town) {
        this.town = town;
        var stranger = new Browser(town.stranger().base());
        this.token = stranger.token("/login");
        this.tokenCookie = "XSRF-TOKEN=" + stranger.cookies().get("XSRF-TOKEN");
    }

    /// The cookies of a person who is signed in, sent to the API.
    void expectNoKey(PageAsker person, Entry entry) {
        String cookies =
                person.browser().cookies().entrySet().stream()
                        .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                        .collect(Collectors.joining("; "));
        assertThat(cookies).contains("tallystick=");
        Question question = own(entry);
        Api.Answer answer =
                town.stranger()
                        .send(
                                entry.method(),
                                question.path(),
                                "application/json",
                                question.body().getBytes(StandardCharsets.UTF_8),
                                "Cookie",
                                cookies);
        answer.expectProblem(401, "credential_required");
        assertNothingIsShown(answer, entry);
    }

    /// A key, sent to a page with everything else that a form needs.
    void expectLogin(KeyAsker key, Entry entry) {
        Question question = own(entry);
        Api.Answer answer =
                entry.isRead()
                        ? key.api().get(question.path())
                        : key.api()
                                .send(
                                        entry.method(),
                                        question.path(),
                                        "application/x-www-form-urlencoded",
                                        (question.body() + "&_csrf=" + token)
                                                .getBytes(StandardCharsets.UTF_8),
                                        "Cookie",
                                        tokenCookie);
        assertThat(answer.status()).as(entry + " with the key of a " + key.who()).isEqualTo(302);
        assertThat(answer.raw().headers().firstValue("location").orElse("")).endsWith("/login");
        assertThat(answer.body()).isEmpty();
        assertNothingIsShown(answer, entry);
    }

    private Question own(Entry entry) {
        Houses houses = town.houses();
        House owner =
                entry.hasInPath("partner") || !entry.uses("customer")
                        ? houses.partner()
                        : houses.customer();
        Map<String, String> own = Map.of("login", "nobody", "password", "nothing");
        return Question.of(entry, Cell.of(owner, false), own);
    }

    private void assertNothingIsShown(Api.Answer answer, Entry entry) {
        String told = answer.body() + answer.raw().headers().map();
        assertThat(town.houses().all().flatMap(House::marks))
                .as(entry.toString())
                .noneMatch(told::contains);
    }
}
