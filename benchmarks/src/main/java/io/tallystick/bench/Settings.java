package io.tallystick.bench;

import java.util.Map;
import java.util.TreeMap;

/// Sizes of a run, each with a default that fits two cores: `--events=200000` and so on. What is
/// not known is refused, because a misspelt size would go unnoticed in the numbers.
public final class Settings {

    private static final Map<String, String> DEFAULTS =
            Map.ofEntries(
                    Map.entry("repetitions", "3"),
                    // per repetition of what works in batches, and of what sends one by one
                    Map.entry("events", "200000"),
                    Map.entry("singles", "100000"),
                    // of those that only check a key
                    Map.entry("checks", "10000"),
                    Map.entry("growth", "1000000,10000000"),
                    Map.entry("queries", "1000000,10000000"),
                    Map.entry("query-seconds", "15"),
                    Map.entry("alert-seconds", "10"),
                    Map.entry("log-entries", "1000000,10000000"),
                    Map.entry("memory-seconds", "300"),
                    Map.entry("memory-senders", "600"),
                    // a folder with room; left out, a new one below benchmarks/target
                    Map.entry("data", ""));

    private final Map<String, String> values;

    private Settings(Map<String, String> values) {
        this.values = values;
    }

    public static Settings of(Iterable<String> arguments) {
        Map<String, String> values = new TreeMap<>(DEFAULTS);
        for (String argument : arguments) {
            String[] parts = argument.substring(2).split("=", 2);
            if (parts.length != 2 || !DEFAULTS.containsKey(parts[0])) {
                throw new IllegalArgumentException(
                        argument + " is unknown; there are " + new TreeMap<>(DEFAULTS));
            }
            values.put(parts[0], parts[1]);
        }
        return new Settings(values);
    }

    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    public String text(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no setting is called " + name);
        }
        return value;
    }

    public Map<String, String> all() {
        return values;
    }
}
