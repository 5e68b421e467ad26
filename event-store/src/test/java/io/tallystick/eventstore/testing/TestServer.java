package io.tallystick.eventstore.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// The one PostgreSQL of this JVM, as durable as production's.
final class TestServer {

    private static final @Nullable String EXTERNAL =
            System.getProperty("tallystick.test.database.url");
    private static final String BASE = EXTERNAL == null ? start() : EXTERNAL;

    private TestServer() {}

    private static String start() {
        try {
            EmbeddedPostgres server =
                    EmbeddedPostgres.builder()
                            .setServerConfig("fsync", "on")
                            .setServerConfig("synchronous_commit", "on")
                            .setServerConfig("full_page_writes", "on")
                            .setServerConfig("max_connections", "200")
                            .start();
            return server.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    static String url(String database) {
        return BASE.replaceFirst("/postgres(\\?|$)", "/" + database + "$1");
    }

    static void execute(String sql) {
        try (var connection = DriverManager.getConnection(BASE);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }
}
