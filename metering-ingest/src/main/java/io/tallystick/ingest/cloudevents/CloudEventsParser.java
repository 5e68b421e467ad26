package io.tallystick.ingest.cloudevents;

import io.tallystick.eventstore.usage.Hasher;
import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

/// Goes through a body once and hands out its items in their order. It never holds more than one of
/// them.
public final class CloudEventsParser {

    /// Events in one request.
    public static final int EVENTS_MAX = 10_000;

    /// A deeper body is malformed; up to here only the item that is too deep is invalid.
    private static final int BODY_DEPTH_MAX = 1_000;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /// Lengths are judged item by item. Left to the parser, one long number would fail a batch. So
    /// would NaN, which is why it is read first and rejected then.
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(BODY_DEPTH_MAX)
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .maxNameLength(Integer.MAX_VALUE)
                                    .maxStringLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private CloudEventsParser() {}

    /// @param body is changed where it escapes half a surrogate pair
    /// @throws MalformedBody when the body is not UTF-8, not JSON or not of the shape; items that
    ///   were handed out before must be forgotten then
    /// @throws TooManyEvents likewise
    public static void parse(byte[] body, BodyShape shape, Consumer<ParsedItem> items) {
        if (Utf8.hasNul(body) || !Utf8.isValid(body) || startsWithMark(body)) {
            throw new MalformedBody("The body is not JSON in UTF-8.");
        }
        HalfPairs.blank(body);
        try (JsonParser parser =
                JSON.createParser(ObjectReadContext.empty(), body, 0, body.length)) {
            readBody(body, parser, shape, items);
        } catch (StreamConstraintsException e) {
            throw new MalformedBody(
                    "The body is nested deeper than " + BODY_DEPTH_MAX + " levels.");
        } catch (StreamReadException e) {
            throw new MalformedBody(
                    "The body is not JSON: line %d, column %d."
                            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr()));
        }
    }

    private static void readBody(
            byte[] body, JsonParser parser, BodyShape shape, Consumer<ParsedItem> items) {
        if (parser.nextToken() == null) {
            throw new MalformedBody("The body is empty.");
        }
        boolean isArray = parser.currentToken() == JsonToken.START_ARRAY;
        if (shape == BodyShape.BATCH && !isArray) {
            throw new MalformedBody("A batch is a JSON array.");
        }
        var canonical = new CanonicalBytes();
        var hasher = new Hasher();
        if (isArray && shape != BodyShape.ONE) {
            readBatch(body, parser, canonical, hasher, items);
        } else {
            items.accept(new ItemReader(body, parser, canonical, hasher, false).read());
        }
        if (parser.nextToken() != null) {
            throw new MalformedBody("Something follows after the end of the JSON value.");
        }
    }

    private static void readBatch(
            byte[] body,
            JsonParser parser,
            CanonicalBytes canonical,
            Hasher hasher,
            Consumer<ParsedItem> items) {
        int count = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (++count > EVENTS_MAX) {
                throw new TooManyEvents();
            }
            items.accept(new ItemReader(body, parser, canonical, hasher, true).read());
        }
    }

    private static boolean startsWithMark(byte[] body) {
        return body.length >= 3
                && body[0] == BYTE_ORDER_MARK[0]
                && body[1] == BYTE_ORDER_MARK[1]
                && body[2] == BYTE_ORDER_MARK[2];
    }
}
