package io.tallystick.app.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;

/// The database as every other bean sees it. Nobody can get a data source before the server was
/// found safe and all three schemas were migrated, whatever the order in which beans are made.
@Configuration
class DatabaseConfiguration {

    private static final int CONNECTIONS_MAX = 40;
    private static final int APPENDER_CONNECTIONS_MAX = 2;

    @Bean
    DatabaseSettings databaseSettings(Environment environment) {
        Map<String, String> set = new HashMap<>();
        for (String name : DatabaseSettings.NAMES) {
            String value = environment.getProperty(name);
            if (value != null) {
                set.put(name, value);
            }
        }
        return DatabaseSettings.of(set);
    }

    @Bean
    @Lazy
    DataDirectory dataDirectory(DatabaseSettings settings, Clock clock) {
        return DataDirectory.open(settings.data(), clock.instant());
    }

    /// Made only where no external database is named.
    @Bean
    @Lazy
    EmbeddedDatabase embeddedDatabase(DataDirectory directory) {
        return EmbeddedDatabase.start(directory);
    }

    /// Whoever may not have this database is refused by the settings, before anything is started or
    /// migrated.
    @Bean
    @DependsOn("settings")
    DatabaseAccess databaseAccess(
            DatabaseSettings settings, ObjectProvider<EmbeddedDatabase> embedded) {
        return settings.external().orElseGet(() -> embedded.getObject().access());
    }

    @Bean
    HikariDataSource dataSource(DatabaseAccess access) {
        migrate(access);
        return new HikariDataSource(pool(access, "main", CONNECTIONS_MAX));
    }

    /// The appender's own connections: no auto-commit, and a frozen holder of the position lock is
    /// cut by the server. It depends on the main pool, because that is what is migrated.
    @Bean(defaultCandidate = false)
    @Qualifier("appender")
    HikariDataSource appenderDataSource(DatabaseAccess access, HikariDataSource dataSource) {
        HikariConfig config = pool(access, "appender", APPENDER_CONNECTIONS_MAX);
        config.setAutoCommit(false);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        return new HikariDataSource(config);
    }

    private static void migrate(DatabaseAccess access) {
        HikariConfig config = owner(access, "migration", 2);
        try (HikariDataSource owner = new HikariDataSource(config)) {
            DatabaseSafety.check(owner);
            migrate(owner, "event_log", "db/event-store");
            migrate(owner, "work", "db/work");
            migrate(owner, "read_model", "db/read-model");
        }
    }

    private static void migrate(HikariDataSource owner, String schema, String location) {
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .defaultSchema(schema)
                .locations("classpath:" + location)
                .table("flyway_history")
                .load()
                .migrate();
    }

    /// The role may add to the log and not change it. It is an option of the connection and not a
    /// statement, which a rollback would undo. What a frozen node has locked is free again after
    /// ten seconds, so that the others can go on with its work.
    private static HikariConfig pool(DatabaseAccess access, String name, int connections) {
        HikariConfig config = owner(access, name, connections);
        config.addDataSourceProperty(
                "options", "-c role=tallystick_app -c idle_in_transaction_session_timeout=10s");
        return config;
    }

    private static HikariConfig owner(DatabaseAccess access, String name, int connections) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(access.url());
        config.setUsername(access.user());
        config.setPassword(access.password());
        config.setMaximumPoolSize(connections);
        config.addDataSourceProperty("ApplicationName", "tallystick-" + name);
        return config;
    }
}
