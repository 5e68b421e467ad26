package io.tallystick.app.demo;

import io.tallystick.app.Settings;
import io.tallystick.app.database.DatabaseSettings;
import io.tallystick.edge.caller.ApiKeySecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/// A demo has a login that can be printed at every start. It listens on this machine only
/// (`application-demo.yaml`).
@Configuration
@Profile("demo")
class DemoConfiguration {

    static final String PASSWORD = "tallystick-demo";

    @Bean("settings")
    Settings demoSettings(Environment environment, DatabaseSettings database) throws IOException {
        DemoFolder.refuseOthers(database);
        Settings set = Settings.of(environment::getProperty);
        String remembered = rememberedKey(database.data());
        return new Settings(
                set.adminKey().or(() -> Optional.of(remembered)),
                set.adminPassword().or(() -> Optional.of(PASSWORD)));
    }

    /// Only a hash of a key is stored, so the demo keeps its own where only its owner can read it.
    /// The file also marks the folder: see [DemoFolder].
    private static String rememberedKey(Path data) throws IOException {
        Path file = DemoFolder.mark(data);
        if (Files.exists(file)) {
            return Files.readString(file).strip();
        }
        Files.createDirectories(data);
        Files.createFile(
                file,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.readString(Files.writeString(file, ApiKeySecret.generate()));
    }
}
