package io.tallystick.eventstore.testing;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.flywaydb.core.Flyway;

/// A database of its own, cloned from a template that was migrated once per JVM. Closing it drops
/// it.
///
/// `-Dtallystick.test.database.url` runs the same tests on another server, for example PostgreSQL
/// 15.
public final class TestDatabase implements AutoCloseable {

    /// The three schemas and where their migrations are on the class path of the test.
    public enum Schema {
        EVENT_LOG("event_log", "db/event-store"),
        WORK("work", "db/work"),
        READ_MODEL("read_model", "db/read-model");

        private final String name;
        private final String location;

        Schema(String name, String location) {
            this.name = name;
            this.location = location;
        }
    }

    private static final Map<List<Schema>, String> TEMPLATES = new ConcurrentHashMap<>();
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final String name;
    private final HikariDataSource dataSource;

    private TestDatabase(String name) {
        this.name = name;
        this.dataSource = pool(name, 20);
    }

    public static TestDatabase with(Schema... schemas) {
        String template = TEMPLATES.computeIfAbsent(List.of(schemas), TestDatabase::template);
        String name = "t_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        TestServer.execute("create database " + name + " template " + template);
        return new TestDatabase(name);
    }

    private static synchronized String template(List<Schema> schemas) {
        String name = "template_" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        TestServer.execute("create database " + name);
        try (HikariDataSource dataSource = pool(name, 2)) {
            for (Schema schema : schemas) {
                Flyway.configure()
                        .dataSource(dataSource)
                        .schemas(schema.name)
                        .defaultSchema(schema.name)
                        .locations("classpath:" + schema.location)
                        .table("flyway_history")
                        .load()
                        .migrate();
            }
        }
        return name;
    }

    private static HikariDataSource pool(String database, int size) {
        var config = new HikariConfig();
        config.setJdbcUrl(TestServer.url(database));
        config.setMaximumPoolSize(size);
        config.setMinimumIdle(0);
        config.setPoolName(database);
        return new HikariDataSource(config);
    }

    public HikariDataSource dataSource() {
        return dataSource;
    }

    /// The JDBC address of the database, credentials included.
    public String url() {
        return TestServer.url(name);
    }

    /// A pool without auto-commit, as the usage appender wants it.
    public HikariDataSource appenderDataSource() {
        var config = new HikariConfig();
        config.setJdbcUrl(url());
        config.setMaximumPoolSize(2);
        config.setAutoCommit(false);
        return new HikariDataSource(config);
    }

    public Connection connection() throws SQLException {
        return DriverManager.getConnection(url());
    }

    @Override
    public void close() {
        dataSource.close();
        TestServer.execute("drop database if exists " + name + " with (force)");
    }
}
