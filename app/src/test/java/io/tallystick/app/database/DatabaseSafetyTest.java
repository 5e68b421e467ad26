package io.tallystick.app.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;

class DatabaseSafetyTest {

    @TempDir private static Path programs;

    private static EmbeddedPostgres unsafe;
    private static EmbeddedPostgres safe;

    @BeforeAll
    static void start() throws IOException, SQLException {
        unsafe = server().setServerConfig("full_page_writes", "off").start();
        safe =
                server().setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
        try (var connection = safe.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create role creator login createrole");
            statement.execute("create role modest login");
        }
    }

    private static EmbeddedPostgres.Builder server() {
        return EmbeddedPostgres.builder().setOverrideWorkingDirectory(programs.toFile());
    }

    @AfterAll
    static void stop() throws IOException {
        unsafe.close();
        safe.close();
    }

    @Test
    void a_server_that_may_lose_commits_is_refused_with_every_reason() {
        assertThatThrownBy(() -> DatabaseSafety.check(unsafe.getPostgresDatabase()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessage(
                        "Tallystick does not start on this database: fsync is off and must be on; "
                                + "full_page_writes is off and must be on; "
                                + "synchronous_commit is off and must be on, remote_write or remote_apply.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"on", "remote_write", "remote_apply"})
    void a_commit_that_waits_for_the_disk_is_accepted(String level) {
        assertThatCode(() -> DatabaseSafety.check(with("synchronous_commit", level)))
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "synchronous_commit, local",
        "synchronous_commit, off",
        "default_transaction_isolation, serializable",
        "default_transaction_isolation, repeatable read"
    })
    void a_session_setting_that_breaks_a_promise_is_refused(String name, String value) {
        assertThatThrownBy(() -> DatabaseSafety.check(with(name, value)))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("%s is %s and must be", name, value);
    }

    @Test
    void a_user_who_may_create_roles_is_enough() {
        assertThatCode(() -> DatabaseSafety.check(safe.getDatabase("creator", "postgres")))
                .doesNotThrowAnyException();
    }

    @Test
    void a_user_who_may_not_create_roles_is_refused() {
        assertThatThrownBy(() -> DatabaseSafety.check(safe.getDatabase("modest", "postgres")))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("the user modest needs the right CREATEROLE");
    }

    @Test
    void the_right_is_that_of_the_user_who_connects_and_not_of_a_role_taken_on() {
        var source = (PGSimpleDataSource) safe.getPostgresDatabase();
        source.setOptions("-c role=modest");

        assertThatCode(() -> DatabaseSafety.check(source)).doesNotThrowAnyException();
    }

    @Test
    void a_database_that_does_not_answer_is_a_sentence() {
        var source = (PGSimpleDataSource) safe.getPostgresDatabase();
        source.setDatabaseName("nowhere");

        assertThatThrownBy(() -> DatabaseSafety.check(source))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("database \"nowhere\" does not exist");
    }

    private static DataSource with(String name, String value) {
        var source = (PGSimpleDataSource) safe.getPostgresDatabase();
        source.setOptions("-c %s=%s".formatted(name, value.replace(" ", "\\ ")));
        return source;
    }
}
