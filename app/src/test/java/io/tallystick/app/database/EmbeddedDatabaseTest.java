package io.tallystick.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir private static Path shared;

    private static DataDirectory data;
    private static EmbeddedDatabase database;

    @TempDir private Path folder;

    @BeforeAll
    static void start() {
        data = DataDirectory.open(shared, NOW);
        database = EmbeddedDatabase.start(data);
    }

    @AfterAll
    static void stop() {
        database.close();
        data.close();
    }

    @Test
    void rows_survive_a_stop_and_a_start() throws SQLException {
        Sql.run(database.access(), "create table kept (note text)");
        Sql.run(database.access(), "insert into kept values ('before')");

        database.close();
        database = EmbeddedDatabase.start(data);

        assertThat(Sql.read(database.access(), "select note from kept")).containsExactly("before");
    }

    @Test
    void it_keeps_what_it_acknowledged() throws SQLException {
        assertThat(
                        Sql.read(
                                database.access(),
                                """
                                select name || '=' || setting from pg_settings where name in
                                  ('fsync', 'synchronous_commit', 'full_page_writes', 'data_checksums')
                                order by name
                                """))
                .containsExactly(
                        "data_checksums=on",
                        "fsync=on",
                        "full_page_writes=on",
                        "synchronous_commit=on");
        assertThatCode(() -> DatabaseSafety.check(Sql.source(database.access())))
                .doesNotThrowAnyException();
    }

    @Test
    void it_answers_this_machine_only_and_nobody_without_a_password() throws SQLException {
        assertThat(
                        Sql.read(
                                database.access(),
                                """
                                select name || '=' || setting from pg_settings
                                where name in ('listen_addresses', 'unix_socket_directories')
                                order by name
                                """))
                .containsExactly("listen_addresses=127.0.0.1", "unix_socket_directories=");
        assertThat(
                        Sql.read(
                                database.access(),
                                "select distinct auth_method from pg_hba_file_rules"))
                .containsExactly("scram-sha-256");
    }

    @Test
    void a_wrong_password_is_refused() {
        var access = database.access();
        var wrong = new DatabaseAccess(access.url(), access.user(), access.password() + "x");

        assertThatThrownBy(() -> Sql.read(wrong, "select 1"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void the_announced_major_version_is_the_one_of_the_programs() throws SQLException {
        assertThat(
                        Sql.read(
                                database.access(),
                                "select current_setting('server_version_num')::int / 10000"))
                .containsExactly(Integer.toString(EmbeddedDatabase.MAJOR_VERSION));
    }

    @Test
    void a_cluster_of_another_version_is_explained() throws IOException {
        var cluster = Files.createDirectory(folder.resolve("postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), "16\n");

        try (var older = DataDirectory.open(folder, NOW)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(older))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining(
                            "was made by PostgreSQL 16 and this Tallystick brings PostgreSQL 18");
        }
    }

    @Test
    void a_cluster_whose_password_is_lost_is_explained() throws IOException {
        var cluster = Files.createDirectory(folder.resolve("postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), "18\n");

        try (var locked = DataDirectory.open(folder, NOW)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(locked))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("postgres.password is missing");
        }
    }

    @Test
    void files_that_are_no_cluster_are_left_alone() throws IOException {
        var file = Files.createDirectory(folder.resolve("postgres")).resolve("letter.txt");
        Files.writeString(file, "dear");

        try (var foreign = DataDirectory.open(folder, NOW)) {
            assertThatThrownBy(() -> EmbeddedDatabase.start(foreign))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("holds files but no PostgreSQL database");
        }

        assertThat(file).hasContent("dear");
    }

    @Test
    void a_first_start_that_was_cut_off_is_begun_again() throws IOException, SQLException {
        Files.writeString(
                Files.createDirectory(folder.resolve("postgres.new-1")).resolve("PG_VERSION"), "1");
        Files.createDirectories(folder.resolve("postgres-programs/PG-half/bin"));

        try (var cutOff = DataDirectory.open(folder, NOW);
                var started = EmbeddedDatabase.start(cutOff)) {
            assertThat(Sql.read(started.access(), "select current_database()"))
                    .containsExactly("tallystick");
        }

        assertThat(folder.resolve("postgres.new-1")).doesNotExist();
        assertThat(folder.resolve("postgres-programs/PG-half")).doesNotExist();
    }

    @Test
    void a_server_that_does_not_start_says_why() throws IOException {
        var cluster = Files.createDirectory(folder.resolve("postgres"));
        Files.writeString(cluster.resolve("PG_VERSION"), "18\n");

        try (var broken = DataDirectory.open(folder, NOW)) {
            broken.password();
            assertThatThrownBy(() -> EmbeddedDatabase.start(broken))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("PostgreSQL does not start")
                    .hasMessageContaining("exists but is not empty");
        }
    }

    @Test
    void a_process_number_that_now_belongs_to_somebody_else_is_no_obstacle() throws IOException {
        var file = folder.resolve("postmaster.pid");
        Files.writeString(file, ProcessHandle.current().pid() + "\n" + folder + "\n");

        assertThat(Postmaster.on(folder)).isEmpty();
        assertThat(file).doesNotExist();
    }
}
