package io.tallystick.eventstore.usage;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds some members of a JSON object by their bytes. A parser that checks again what ingest has
/// checked costs more than all that is summed afterwards. Whatever is escaped is left to it. No
/// name stands twice in what is stored, so what comes behind the last of the wanted is not looked
/// at.
final class PlainMembers {

    private final byte[] json;
    private final List<byte[]> wanted;
    private final @Nullable String[] values;
    private int at;
    private int found;

    private PlainMembers(byte[] json, List<byte[]> wanted) {
        this.json = json;
        this.wanted = wanted;
        this.values = new @Nullable String[wanted.size()];
    }

    /// @param json sound JSON
    /// @param wanted names in UTF-8, without anything that JSON escapes
    /// @return scalars as they are written, null where there is none; null instead of all of them
    ///   when an escape stands in the way
    static @Nullable String @Nullable [] read(byte[] json, List<byte[]> wanted) {
        var members = new PlainMembers(json, wanted);
        return members.readObject() ? members.values : null;
    }

    private boolean readObject() {
        skipSpace();
        if (json[at] != '{') {
            return true;
        }
        at++;
        skipSpace();
        while (json[at] != '}' && found < values.length) {
            int nameFrom = at + 1;
            if (!skipText()) {
                return false;
            }
            int name = indexOf(nameFrom, at - 1);
            found += name < 0 ? 0 : 1;
            skipSpace();
            at++;
            skipSpace();
            if (!readValue(name)) {
                return false;
            }
            skipSpace();
            if (json[at] == ',') {
                at++;
                skipSpace();
            }
        }
        return true;
    }

    /// @param name which of the wanted it is the value of, or -1
    private boolean readValue(int name) {
        int from = at;
        return switch (json[at]) {
            case '"' -> {
                boolean isPlain = skipText();
                if (name >= 0 && isPlain) {
                    values[name] = text(from + 1, at - 1);
                }
                yield isPlain || name < 0;
            }
            case '{', '[' -> {
                skipNested();
                if (name >= 0) {
                    values[name] = null;
                }
                yield true;
            }
            default -> {
                skipLiteral();
                if (name >= 0) {
                    values[name] = json[from] == 'n' ? null : text(from, at);
                }
                yield true;
            }
        };
    }

    private String text(int from, int to) {
        return new String(json, from, to - from, StandardCharsets.UTF_8);
    }

    private int indexOf(int from, int to) {
        for (int i = 0; i < wanted.size(); i++) {
            byte[] name = wanted.get(i);
            if (Arrays.equals(json, from, to, name, 0, name.length)) {
                return i;
            }
        }
        return -1;
    }

    /// From quote to behind the other quote. Whether there was no escape.
    private boolean skipText() {
        boolean isPlain = true;
        at++;
        while (json[at] != '"') {
            if (json[at] == '\\') {
                isPlain = false;
                at++;
            }
            at++;
        }
        at++;
        return isPlain;
    }

    private void skipNested() {
        int depth = 0;
        do {
            switch (json[at]) {
                case '"' -> {
                    skipText();
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            at++;
        } while (depth > 0);
    }

    private void skipLiteral() {
        while (at < json.length
                && json[at] != ','
                && json[at] != '}'
                && json[at] != ']'
                && !isSpace(json[at])) {
            at++;
        }
    }

    private void skipSpace() {
        while (at < json.length && isSpace(json[at])) {
            at++;
        }
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\n' || b == '\r' || b == '\t';
    }
}
