package io.tallystick.app.matrix;

import java.util.List;
import java.util.stream.Collectors;

/// All that the other partner's customer has, as an operator sees it.
final class Snapshot {

    private Snapshot() {}

    static String of(Town town) {
        KeyAsker operator = town.operator();
        return ApiTable.ENTRIES.stream()
                .filter(entry -> entry.isRead() && entry.rule() != Rule.OPEN)
                .filter(entry -> !entry.hasInPath("partner"))
                // Whoever looks into it is in it.
                .filter(entry -> !entry.path().contains("/system-log"))
                .filter(entry -> entry.rule().reach() != Rule.Reach.OPERATORS)
                .map(entry -> entry + "\n" + read(entry, town, operator))
                .collect(Collectors.joining("\n\n"));
    }

    /// The same for people.
    static String page(Town town) {
        String path =
                "/customers/%s?partner=%s"
                        .formatted(
                                town.houses().foreign().key(), town.houses().otherPartner().key());
        return town.people().getFirst().browser().get(path).expect(200).body();
    }

    private static String read(Entry entry, Town town, KeyAsker operator) {
        Houses houses = town.houses();
        Cell cell = Cell.of(houses.foreign(), false).in(houses.otherPartner());
        Question question = Question.of(entry, cell, operator.own());
        Answer answer = operator.ask(question);
        return new Answer(answer.status(), answer.headers(), answer.body(), List.of()).lasting();
    }
}
