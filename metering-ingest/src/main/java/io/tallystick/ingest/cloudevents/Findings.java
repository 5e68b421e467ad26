package io.tallystick.ingest.cloudevents;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.TokenStreamContext;

/// The first thing that is wrong with the item that is being read. Reading goes on after it: the
/// next item begins where this one ends.
final class Findings {

    private final JsonParser parser;
    private final boolean inBatch;
    private @Nullable ItemError first;

    /// @param parser at the first token of the item
    Findings(JsonParser parser, boolean inBatch) {
        this.parser = parser;
        this.inBatch = inBatch;
    }

    void add(String code, String pointer, String detail) {
        if (first == null) {
            first = new ItemError(code, pointer, detail);
        }
    }

    /// Something is wrong at the token that the parser is at.
    void addHere(String code, String detail) {
        if (first == null) {
            add(code, pointer(parser.streamReadContext()), detail);
        }
    }

    /// The name is too long to be repeated in a pointer.
    void addLongName() {
        if (first == null) {
            add(
                    "name_too_long",
                    pointer(parser.streamReadContext().getParent()),
                    "A name has at most " + ValueReader.NAME_CHARACTERS_MAX + " characters.");
        }
    }

    /// The name that the parser is at cannot be written, not even into a pointer.
    void addBadName() {
        if (first == null) {
            add(
                    "invalid_characters",
                    pointer(parser.streamReadContext().getParent()),
                    "A name holds NUL or half a surrogate pair.");
        }
    }

    /// The object that the parser has just left has two members of this name.
    void addDuplicate(String name) {
        if (first == null) {
            add(
                    "duplicate_key",
                    pointer(parser.streamReadContext()) + JsonPointer.empty().appendProperty(name),
                    "A name stands twice in one object.");
        }
    }

    @Nullable ItemError first() {
        return first;
    }

    private String pointer(TokenStreamContext place) {
        String inBody = place.pathAsPointer(false).toString();
        if (!inBatch) {
            return inBody;
        }
        int itemEnds = inBody.indexOf('/', 1);
        return itemEnds < 0 ? "" : inBody.substring(itemEnds);
    }
}
