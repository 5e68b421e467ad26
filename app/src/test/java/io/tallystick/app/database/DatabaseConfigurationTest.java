package io.tallystick.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.app.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.MapPropertySource;

class DatabaseConfigurationTest {

    @TempDir private Path data;

    /// A filter may ask for a data source long before anything asks for the settings.
    @Test
    void nothing_is_started_in_a_folder_that_the_settings_refuse() {
        try (var context = new AnnotationConfigApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(
                            new MapPropertySource(
                                    "test", Map.of(DatabaseSettings.DATA, data.toString())));
            context.registerBean(Clock.class, () -> Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
            context.register(DatabaseConfiguration.class, Refusing.class);

            assertThatThrownBy(
                            () -> {
                                context.refresh();
                                context.getBean(DataSource.class);
                            })
                    .hasRootCauseInstanceOf(StartRefusedException.class);
            assertThat(data).isEmptyDirectory();
        }
    }

    /// Its bean is defined behind those of the database, so it is not made first by chance.
    @Configuration
    static class Refusing {

        @Bean
        Settings settings() {
            throw new StartRefusedException("not this folder");
        }
    }
}
