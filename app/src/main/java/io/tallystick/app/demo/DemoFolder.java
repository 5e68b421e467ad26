package io.tallystick.app.demo;

import io.tallystick.app.database.DatabaseSettings;
import io.tallystick.app.database.StartRefusedException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The password of a demo is public, so a server that others can reach never starts on its data.
public final class DemoFolder {

    private DemoFolder() {}

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
