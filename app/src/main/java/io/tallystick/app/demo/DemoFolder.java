package io.tallystick.app.demo;

import io.tallystick.app.database.DatabaseSettings;
import io.tallystick.app.database.StartRefusedException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The password of a demo is public, so a server that others can reach never starts on its data.
public final class DemoFolder {

    private DemoFolder() {}

    /// The demo writes into the log, and the log is for ever: it takes nobody else's database.
    static void refuseOthers(DatabaseSettings database) {
        if (database.external().isPresent()) {
            throw new StartRefusedException(
                    "The demo runs on its embedded database only: unset TALLYSTICK_DATABASE_URL, or run ./tallystick serve.");
        }
        if (Files.exists(database.data().resolve("postgres"))
                && !Files.exists(mark(database.data()))) {
            throw new StartRefusedException(
                    "%s holds a database that is no demo: name another folder in TALLYSTICK_DATA."
                            .formatted(database.data()));
        }
    }

    static Path mark(Path data) {
        return data.resolve("demo.key");
    }

    public static void refuse(DatabaseSettings database) {
        if (database.external().isEmpty() && Files.exists(mark(database.data()))) {
            throw new StartRefusedException(
                    "%s holds the demo, whose password is public: run ./tallystick demo, or name another folder in TALLYSTICK_DATA."
                            .formatted(database.data()));
        }
    }
}
