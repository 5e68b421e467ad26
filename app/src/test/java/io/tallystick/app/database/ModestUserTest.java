package io.tallystick.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An external database whose user owns it and may create roles, and is no superuser: row-level
/// security holds this user as well.
class ModestUserTest {

    @TempDir private static Path programs;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException, SQLException {
        server =
                EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(programs.toFile())
                        .setServerConfig("fsync", "on")
                        .setServerConfig("full_page_writes", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
        try (var connection = server.getPostgresDatabase().getConnection()) {
            execute(connection, "create role modest login createrole");
            execute(connection, "create database one owner modest");
            execute(connection, "create database two owner modest");
        }
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    @Test
    void migrations_run_as_the_owner_also_where_the_roles_are_there_already() throws SQLException {
        var configuration = new DatabaseConfiguration();
        for (String database : new String[] {"one", "two"}) {
            var access = new DatabaseAccess(server.getJdbcUrl("modest", database), "modest", "");
            try (var pool = configuration.dataSource(access);
                    var product = pool.getConnection();
                    var owner = server.getDatabase("modest", database).getConnection()) {
                assertThat(count(product, "select count(*) from work.partner")).isEqualTo(1);
                assertThat(count(owner, "select count(*) from work.partner")).isEqualTo(1);

                product.setAutoCommit(false);
                execute(product, "select set_config('role', 'tallystick_reader', true)");
                assertThat(count(product, "select count(*) from read_model.customer_all")).isZero();
                product.rollback();
                assertThat(count(product, "select count(*) from work.partner")).isEqualTo(1);
                assertThat(
                                count(
                                        product,
                                        "select count(*) from pg_roles where rolname like 'tallystick%' and rolbypassrls"))
                        .isZero();
                product.rollback();
            }
        }
    }

    private static long count(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
