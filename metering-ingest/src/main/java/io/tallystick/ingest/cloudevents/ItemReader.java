package io.tallystick.ingest.cloudevents;

import io.tallystick.eventstore.usage.Hash128;
import io.tallystick.eventstore.usage.Hasher;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Reads one item of a body from its first token to its last, whatever is wrong with it.
final class ItemReader {

    private static final String SPECVERSION = "1.0";
    private static final byte[] OMITTED = {};

    private final byte[] body;
    private final JsonParser parser;
    private final CanonicalBytes canonical;
    private final Hasher hasher;
    private final Findings findings;
    private final ValueReader values;
    private final Map<Attribute, String> attributes = new EnumMap<>(Attribute.class);
    private EventData data = EventData.NONE;
    private byte[] canonicalData = OMITTED;

    /// @param parser at the first token of the item
    ItemReader(
            byte[] body,
            JsonParser parser,
            CanonicalBytes canonical,
            Hasher hasher,
            boolean inBatch) {
        this.body = body;
        this.parser = parser;
        this.canonical = canonical;
        this.hasher = hasher;
        this.findings = new Findings(parser, inBatch);
        this.values = new ValueReader(parser, canonical, findings);
    }

    ParsedItem read() {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return new ParsedItem.Unreadable(
                    null, new ItemError("not_an_object", "", "An event is a JSON object."));
        }
        readMembers();
        Instant time = time();
        checkAttributes();
        ItemError error = findings.first();
        return error == null
                ? new ParsedItem.Readable(event(time))
                : new ParsedItem.Unreadable(attributes.get(Attribute.ID), error);
    }

    private void readMembers() {
        Set<String> seen = new HashSet<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            checkName(name, seen.add(name));
            parser.nextToken();
            readMember(name);
        }
    }

    private void checkName(String name, boolean isNew) {
        if (name.indexOf(0) >= 0) {
            findings.addBadName();
        } else if (!isNew) {
            findings.addHere("duplicate_key", "A name stands twice in one object.");
        }
    }

    private void readMember(String name) {
        Attribute attribute = Attribute.named(name);
        if (attribute != null) {
            readAttribute(attribute);
        } else if (name.equals("data")) {
            readData();
        } else {
            readExtension(name);
        }
    }

    /// A null attribute is an omitted one, says CloudEvents.
    private void readAttribute(Attribute attribute) {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return;
        }
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            findings.addHere("wrong_type", "The attribute " + attribute.jsonName + " is a string.");
            skip();
            return;
        }
        String value = parser.getString();
        if (value.indexOf(0) >= 0) {
            findings.addHere("invalid_characters", "The text holds NUL or half a surrogate pair.");
        } else if (value.length() > attribute.charactersMax) {
            findings.addHere(
                    "too_long",
                    "At most " + attribute.charactersMax + " characters are allowed here.");
        } else {
            attributes.put(attribute, value);
        }
    }

    private void readData() {
        canonical.clear();
        int from = (int) parser.currentTokenLocation().getByteOffset();
        boolean isObject = parser.currentToken() == JsonToken.START_OBJECT;
        Map<String, Field> members = new HashMap<>();
        Field value = values.read(members::put);
        int to = (int) parser.currentLocation().getByteOffset();
        boolean hasMembers = isObject || value instanceof Field.Null;
        data = new EventData(Arrays.copyOfRange(body, from, to), hasMembers ? members : null);
        canonicalData = canonical.copy();
    }

    private void readExtension(String name) {
        if (name.equals("data_base64")) {
            findings.addHere("unsupported", "Binary data cannot be metered; send JSON in data.");
        }
        skip();
    }

    /// What is not stored must be sound as well.
    private void skip() {
        canonical.clear();
        values.read((name, field) -> {});
    }

    private @Nullable Instant time() {
        String sent = attributes.get(Attribute.TIME);
        if (sent == null) {
            return null;
        }
        Instant time = Rfc3339.parse(sent).orElse(null);
        if (time == null) {
            findings.add(
                    "invalid_time",
                    Attribute.TIME.pointer(),
                    "The time is not an RFC 3339 instant.");
        }
        return time;
    }

    private void checkAttributes() {
        for (Attribute attribute : Attribute.values()) {
            if (attribute.required && attributes.getOrDefault(attribute, "").isEmpty()) {
                findings.add(
                        "missing",
                        attribute.pointer(),
                        "The attribute " + attribute.jsonName + " is missing.");
            }
        }
        if (!SPECVERSION.equals(attributes.get(Attribute.SPECVERSION))) {
            findings.add(
                    "unsupported_specversion",
                    Attribute.SPECVERSION.pointer(),
                    "Only CloudEvents " + SPECVERSION + " is understood.");
        }
    }

    private CloudEvent event(@Nullable Instant time) {
        return new CloudEvent(
                attribute(Attribute.ID),
                attribute(Attribute.SOURCE),
                attribute(Attribute.TYPE),
                attribute(Attribute.SUBJECT),
                time,
                data,
                contentHash());
    }

    /// An omitted part is empty, and none that was sent can be.
    private Hash128 contentHash() {
        return hasher.add(attribute(Attribute.TYPE))
                .add(attribute(Attribute.SUBJECT))
                .add(attribute(Attribute.TIME))
                .add(canonicalData)
                .hash();
    }

    private String attribute(Attribute attribute) {
        return attributes.getOrDefault(attribute, "");
    }
}
