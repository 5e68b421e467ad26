package io.tallystick.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where and when something was measured.
///
/// @param busy load average of the minute before: more than nothing, and others worked as well
public record Machine(
        String date,
        int processors,
        String processor,
        String kernel,
        String memory,
        String busy,
        String jdk,
        String postgres,
        String commit) {

    /// In one line, for people.
    public String line() {
        return "%s, %d × %s, %s, %s, JDK %s, PostgreSQL %s, commit %s, load average before %s"
                .formatted(
                        date, processors, processor, memory, kernel, jdk, postgres, commit, busy);
    }

    static String processorName() throws IOException {
        return line(Path.of("/proc/cpuinfo"), "model name");
    }

    static String memoryTotal() throws IOException {
        return line(Path.of("/proc/meminfo"), "MemTotal");
    }

    private static String line(Path file, String name) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        }
    }

    /// @param date of the run, as the clock of the edge says
    public static Machine now(String date, String postgres, String commit) throws IOException {
        return new Machine(
                date,
                Runtime.getRuntime().availableProcessors(),
                processorName(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                memoryTotal(),
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0],
                System.getProperty("java.runtime.version"),
                postgres,
                commit);
    }
}
