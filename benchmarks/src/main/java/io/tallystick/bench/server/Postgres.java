package io.tallystick.bench.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/// The product's own PostgreSQL. Raw claims get a database of their own on it, so that binaries,
/// settings and disk are the same for all.
public record Postgres(long postmasterPid, int port, String password) {

    private static final String USER = "postgres";
    private static final String OF_THE_PRODUCT = "tallystick";

    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, password);
    }

    /// Past the product, as the owner.
    public Connection product() throws SQLException {
        return connect(OF_THE_PRODUCT);
    }

    /// One connection to the product's own database, with the role that its look-ups have.
    public HikariDataSource lookUps() {
        HikariConfig config = config(OF_THE_PRODUCT, 1, true);
        config.setConnectionInitSql("set role tallystick_app");
        return new HikariDataSource(config);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /// An empty database of that name, whatever was there before.
    public void recreate(String database) throws SQLException {
        try (var connection = product();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
            statement.execute("create database " + database);
        }
    }

    public void drop(String database) throws SQLException {
        try (var connection = product();
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + database + " with (force)");
        }
    }

    /// An empty log, made by the product's own migrations.
    public void recreateLog(String database) throws SQLException {
        recreate(database);
        Flyway.configure()
                .dataSource(url(database), USER, password)
                .schemas("event_log")
                .defaultSchema("event_log")
                .locations("classpath:db/event-store")
                .table("flyway_history")
                .load()
                .migrate();
    }

    /// A pool as the product makes it, role and isolation included.
    public HikariDataSource pool(String database, int connections, boolean autoCommit) {
        return new HikariDataSource(config(database, connections, autoCommit));
    }

    private HikariConfig config(String database, int connections, boolean autoCommit) {
        var config = new HikariConfig();
        config.setJdbcUrl(url(database));
        config.setUsername(USER);
        config.setPassword(password);
        config.setMaximumPoolSize(connections);
        config.setAutoCommit(autoCommit);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setPoolName(database + connections);
        return config;
    }

    public String version() throws SQLException {
        try (var connection = product()) {
            return connection.getMetaData().getDatabaseProductVersion();
        }
    }

    /// Bytes of write-ahead log so far, of all databases.
    public long walBytes() throws SQLException {
        return number("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')::bigint");
    }

    /// A single number out of the product's database.
    public long number(String sql) throws SQLException {
        try (var connection = product();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
