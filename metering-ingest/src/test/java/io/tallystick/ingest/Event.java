package io.tallystick.ingest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/// A CloudEvent as the JSON that is sent, member by member, so that a test can spoil exactly one.
record Event(Map<String, String> members) {

    static Event of(String type, String id, String data) {
        Map<String, String> members = new LinkedHashMap<>();
        members.put("specversion", "\"1.0\"");
        members.put("id", "\"" + id + "\"");
        members.put("source", "\"tests\"");
        members.put("type", "\"" + type + "\"");
        members.put("subject", "\"acme\"");
        members.put("data", data);
        return new Event(members);
    }

    static Event call(String id, String durationSeconds) {
        return of(
                "voice.call.completed",
                id,
                "{\"callId\":\"c-" + id + "\",\"durationSeconds\":" + durationSeconds + "}");
    }

    static Event free(String id, String data) {
        return of("custom.thing", id, data);
    }

    /// @param json the value as it is written, quotes included
    Event with(String name, String json) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.put(name, json);
        return new Event(changed);
    }

    Event without(String name) {
        Map<String, String> changed = new LinkedHashMap<>(members);
        changed.remove(name);
        return new Event(changed);
    }

    String json() {
        return members.entrySet().stream()
                .map(member -> "\"" + member.getKey() + "\":" + member.getValue())
                .collect(Collectors.joining(",", "{", "}"));
    }

    static String batch(Event... events) {
        return java.util.Arrays.stream(events)
                .map(Event::json)
                .collect(Collectors.joining(",", "[", "]"));
    }
}
