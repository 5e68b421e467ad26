package io.tallystick.app.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.time.Instant;

/// A Tallystick that has committed a row and then lives until somebody ends it.
final class OtherProcess {

    private static final String READY = "ready ";

    private OtherProcess() {}

    public static void main(String[] arguments) throws Exception {
        var data = DataDirectory.open(Path.of(arguments[0]), Instant.parse(arguments[1]));
        var database = EmbeddedDatabase.start(data);
        Sql.run(database.access(), "create table kept (note text)");
        Sql.run(database.access(), "insert into kept values ('committed')");
        System.out.println(READY + database.pid());
        System.in.read();
    }

    static Process start(Path folder, Instant now) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherProcess.class.getName(),
                        folder.toString(),
                        now.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /// Waits until the row is committed.
    ///
    /// @return the process number of its database server
    static long server(Process process) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
        var line = lines.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = lines.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("The other process ended too early");
        }
        return Long.parseLong(line.substring(READY.length()));
    }
}
