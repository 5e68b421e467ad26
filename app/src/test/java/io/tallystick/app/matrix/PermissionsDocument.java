package io.tallystick.app.matrix;

import io.tallystick.app.matrix.Rule.Reach;
import io.tallystick.app.matrix.Who.Scope;
import io.tallystick.edge.caller.Permission;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The tables for people who read them. Each field is what [Rule#judge] says.
final class PermissionsDocument {

    private static final String YES = "yes";
    private static final String NO = "–";

    private static final String HEAD =
            """
            # Who may do what

            Written by the test that asks every route as everybody, so it is what the server does.

            A row's permission or role is enough where the column of the caller's kind says yes, and then for what is the
            caller's own:

            | caller | its own |
            |---|---|
            | operator | everything of the partner that the request names, by the header `Tallystick-Partner` or, of pages, by `?partner=` |
            | key or person of a partner | the partner and all of its customers |
            | key or person of a customer | the customer. What is its partner's is not, but for the partner's name |

            Everything else is 404, the same to the byte as what does not exist; where it is named to choose from a list or a sum,
            that is empty. A route that a caller may not use at all is 403, whatever it names. No answer has anything in it that
            is not the caller's own.

            A key opens no page and is sent to the login page; who is signed in opens no route of the API, which is 401.
            """;

    private static final String API =
            """

            ## API

            | request | `READ` | `WRITE` | `DELETE` | `ADMIN` | operator's key | partner's key | customer's key |
            |---|---|---|---|---|---|---|---|
            """;

    private static final String PAGES =
            """

            ## Pages

            | page | owner, admin | manager | viewer | publisher | operator | people of a partner | people of a customer |
            |---|---|---|---|---|---|---|---|
            """;

    private PermissionsDocument() {}

    static String text() {
        return HEAD
                + API
                + rows(ApiTable.ENTRIES, PermissionsDocument::apiRow)
                + PAGES
                + rows(PageTable.ENTRIES, PermissionsDocument::pageRow);
    }

    private static String rows(List<Entry> entries, Function<Entry, Stream<String>> row) {
        return entries.stream()
                .map(entry ->
                        Stream.concat(Stream.of("`" + entry.told() + "`"), row.apply(entry))
                                .collect(Collectors.joining(" | ", "| ", " |\n")))
                .distinct()
                .collect(Collectors.joining());
    }

    private static Stream<String> apiRow(Entry entry) {
        Rule rule = entry.rule();
        return Stream.concat(
                Arrays.stream(Permission.values())
                        .map(it -> new Who(it.lower(), Scope.OPERATOR, Set.of(it)))
                        .map(who -> mark(rule == Rule.OPEN || allows(rule).test(who))),
                Arrays.stream(Scope.values())
                        .map(it -> new Who("admin", it, Set.of(Permission.ADMIN)))
                        .map(who -> told(rule, who)));
    }

    private static Stream<String> pageRow(Entry entry) {
        Rule rule = entry.rule();
        boolean forPeople = rule.reach() != Reach.OPERATORS;
        return Stream.concat(
                Stream.of("owner", "manager", "viewer", "publisher")
                        .map(role -> Who.member(Scope.PARTNER, role))
                        .map(who -> mark(forPeople && allows(rule).test(who))),
                Stream.of(
                                Who.operator(),
                                Who.member(Scope.PARTNER, "owner"),
                                Who.member(Scope.CUSTOMER, "owner"))
                        .map(who -> told(rule, who)));
    }

    private static Predicate<Who> allows(Rule rule) {
        return who -> rule.judge(who, true) == Verdict.ALLOWED;
    }

    private static String mark(boolean allowed) {
        return allowed ? YES : NO;
    }

    private static String told(Rule rule, Who who) {
        if (rule == Rule.OPEN) {
            return "everybody";
        }
        Verdict verdict = rule.judge(who, true);
        return switch (verdict) {
            case ALLOWED -> YES;
            case HIDDEN -> "404";
            case MISSING, NO_OPERATOR, NO_PARTNER, NO_PERSON, NAMES_PARTNER ->
                    verdict.status() + " `" + verdict.code() + "`";
        };
    }
}
