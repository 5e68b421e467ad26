package io.tallystick.portal.support;

import io.tallystick.query.support.TicketItem;
import io.tallystick.query.support.TicketText;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;

/// A ticket, for people.
record TicketRow(
        UUID id,
        String subject,
        String priority,
        String state,
        int comments,
        String changedAt,
        boolean open) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    static TicketRow of(TicketItem item) {
        return new TicketRow(
                item.id(),
                item.subject(),
                item.priority(),
                item.state(),
                item.comments(),
                time(item.changedAt()),
                item.state().equals("open"));
    }

    /// What somebody wrote in it.
    record Text(String author, String text, String writtenAt) {

        static Text of(TicketText text) {
            String author = text.author();
            return new Text(
                    author == null ? "Support" : author, text.text(), time(text.writtenAt()));
        }
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
