package io.tallystick.query.page;

import io.tallystick.edge.problem.ApiProblem;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/// Where the next page of a list begins: the sort key of the last item, opaque to the client. It
/// carries no rights. A changed one leads to another page of what the caller may see, or to a 400.
public final class Cursor {

    /// A cursor is made of a key or of a few numbers.
    private static final int CHARACTERS_MAX = 1_024;

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    public static String of(String... parts) {
        byte[] text = String.join(SEPARATOR, parts).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /// @throws ApiProblem 400 when it is not one of ours
    public static List<String> parse(String cursor, int parts) {
        if (cursor.length() > CHARACTERS_MAX) {
            throw invalid();
        }
        try {
            String text =
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(Base64.getUrlDecoder().decode(cursor)))
                            .toString();
            List<String> found = List.of(text.split(SEPARATOR, -1));
            if (found.size() != parts || text.indexOf('\0') >= 0) {
                throw invalid();
            }
            return found;
        } catch (IllegalArgumentException | CharacterCodingException e) {
            throw invalid();
        }
    }

    /// Of a list in the order of ids.
    ///
    /// @throws ApiProblem 400 when it is not one of ours
    public static UUID id(String cursor) {
        try {
            return UUID.fromString(parse(cursor, 1).getFirst());
        } catch (IllegalArgumentException e) {
            throw invalid();
        }
    }

    public static ApiProblem invalid() {
        return ApiProblem.invalid("cursor", "invalid_cursor", "The cursor is not one of ours.");
    }
}
