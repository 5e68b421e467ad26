package io.tallystick.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseSettingsTest {

    @Test
    void without_settings_the_database_is_embedded_in_the_folder_data() {
        var settings = DatabaseSettings.of(Map.of());

        assertThat(settings.data()).isEqualTo(Path.of("data").toAbsolutePath());
        assertThat(settings.external()).isEmpty();
    }

    @Test
    void every_key_is_read() {
        var settings =
                DatabaseSettings.of(
                        Map.of(
                                "TALLYSTICK_DATA", "/srv/tallystick",
                                "TALLYSTICK_DATABASE_URL", "jdbc:postgresql://db:5433/metering",
                                "TALLYSTICK_DATABASE_USER", "meter",
                                "TALLYSTICK_DATABASE_PASSWORD", "s3cret"));

        assertThat(settings.data()).isEqualTo(Path.of("/srv/tallystick"));
        assertThat(settings.external())
                .contains(
                        new DatabaseAccess(
                                "jdbc:postgresql://db:5433/metering", "meter", "s3cret"));
    }

    @Test
    void an_empty_value_is_no_value() {
        var settings =
                DatabaseSettings.of(
                        Map.of(
                                "TALLYSTICK_DATA", "",
                                "TALLYSTICK_DATABASE_URL", "",
                                "TALLYSTICK_DATABASE_USER", "",
                                "TALLYSTICK_DATABASE_PASSWORD", ""));

        assertThat(settings).isEqualTo(DatabaseSettings.of(Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://meter:p%40ss+word@db.example:5433/metering?sslmode=require",
                "postgres://meter:p%40ss+word@db.example:5433/metering?sslmode=require",
                "jdbc:postgresql://db.example:5433/metering?user=meter&sslmode=require&password=p%40ss+word"
            })
    void user_and_password_are_taken_out_of_every_kind_of_url(String url) {
        var settings = DatabaseSettings.of(Map.of("TALLYSTICK_DATABASE_URL", url));

        assertThat(settings.external())
                .contains(
                        new DatabaseAccess(
                                "jdbc:postgresql://db.example:5433/metering?sslmode=require",
                                "meter",
                                "p@ss+word"));
    }

    @Test
    void user_and_password_of_their_own_win_over_those_in_the_url() {
        var settings =
                DatabaseSettings.of(
                        Map.of(
                                "TALLYSTICK_DATABASE_URL", "postgresql://a:b@db/metering",
                                "TALLYSTICK_DATABASE_USER", "meter",
                                "TALLYSTICK_DATABASE_PASSWORD", "s3cret"));

        assertThat(settings.external())
                .contains(new DatabaseAccess("jdbc:postgresql://db/metering", "meter", "s3cret"));
    }

    @Test
    void several_hosts_stay_as_they_are() {
        var settings =
                DatabaseSettings.of(
                        Map.of("TALLYSTICK_DATABASE_URL", "postgresql://meter@a:1,b:2/metering"));

        assertThat(settings.external())
                .contains(new DatabaseAccess("jdbc:postgresql://a:1,b:2/metering", "meter", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mysql://a:b@db/x",
                "jdbc:h2:mem:x",
                "db/x",
                "postgresql://a:b@db",
                "postgresql://a@/x"
            })
    void a_url_that_names_no_postgresql_database_is_refused(String url) {
        assertThatThrownBy(() -> DatabaseSettings.of(Map.of("TALLYSTICK_DATABASE_URL", url)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("TALLYSTICK_DATABASE_URL must ");
    }

    @Test
    void a_url_without_a_user_is_refused() {
        assertThatThrownBy(() ->
                        DatabaseSettings.of(Map.of("TALLYSTICK_DATABASE_URL", "postgresql://db/x")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("TALLYSTICK_DATABASE_USER is not set");
    }

    @Test
    void a_user_without_a_url_does_not_mean_embedded() {
        assertThatThrownBy(() -> DatabaseSettings.of(Map.of("TALLYSTICK_DATABASE_USER", "meter")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("TALLYSTICK_DATABASE_URL is not");
    }

    @Test
    void the_password_is_not_printed() {
        assertThat(new DatabaseAccess("jdbc:postgresql://db/x", "meter", "s3cret").toString())
                .isEqualTo("jdbc:postgresql://db/x as meter");
    }
}
