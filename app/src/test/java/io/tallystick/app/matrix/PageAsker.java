package io.tallystick.app.matrix;

import io.tallystick.app.Browser;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A person with a browser, signed in by the form.
final class PageAsker implements Asker {

    private final Who who;
    private final Browser browser;
    private final String login;
    private final String password;

    private String token = "";

    PageAsker(Who who, Browser browser, String login, String password) {
        this.who = who;
        this.browser = browser;
        this.login = login;
        this.password = password;
        signIn();
    }

    @Override
    public Who who() {
        return who;
    }

    Browser browser() {
        return browser;
    }

    @Override
    public Map<String, String> own() {
        return Map.of("login", login, "password", password);
    }

    @Override
    public Answer ask(Question question) {
        String path = question.path() + partner(question);
        var page =
                question.entry().isRead()
                        ? browser.get(path)
                        : browser.post(path, form(question.body()));
        if (page.header("location").contains("/login")) {
            signIn();
        }
        return Answer.of(page.status(), page.raw().headers(), page.body(), question.sent());
    }

    private void signIn() {
        String next = browser.signIn(login, password).location();
        if (!next.equals("/")) {
            throw new AssertionError(who + " could not sign in: " + next);
        }
        token = browser.token(who.isOperator() ? "/projections" : "/profile");
    }

    private static String partner(Question question) {
        @Nullable House named = question.cell().named();
        return named == null ? "" : "?partner=" + named.key();
    }

    private Map<String, String> form(String body) {
        Map<String, String> form = new LinkedHashMap<>();
        Arrays.stream(body.split("&"))
                .filter(field -> !field.isEmpty())
                .map(field -> field.split("=", 2))
                .forEach(field -> form.put(field[0], field[1]));
        form.put("_csrf", token);
        return form;
    }
}
