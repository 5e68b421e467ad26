package io.tallystick.query.audit;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The id of an entry: where in the log its fact is, and its place there.
record LogEntryId(long position, int ordinal) {

    private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,9})");

    /// @return empty for what can be no id
    static Optional<LogEntryId> parse(String id) {
        Matcher parts = FORM.matcher(id);
        return parts.matches()
                ? Optional.of(
                        new LogEntryId(
                                Long.parseLong(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }
}
