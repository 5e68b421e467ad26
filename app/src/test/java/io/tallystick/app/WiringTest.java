package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.eventstore.EventSerializer;
import io.tallystick.eventstore.PostgresEventStorageEngine;
import io.tallystick.projections.Projection;
import io.tallystick.projections.generation.ProjectionRunner;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;

/// What would go wrong without a word: a conditional bean that took another's place.
class WiringTest extends RunningApplication {

    @Autowired private TransactionManager transactions;
    @Autowired private EventStorageEngine engine;
    @Autowired private EventProcessingConfiguration processing;
    @Autowired private ProjectionRunner runner;
    @Autowired private List<Projection> projections;

    @Autowired
    @Qualifier("appender")
    private DataSource appenderConnections;

    @Autowired
    @Qualifier("eventSerializer")
    private Serializer eventSerializer;

    @Test
    void units_of_work_run_in_springs_transactions() {
        assertThat(transactions).isInstanceOf(SpringTransactionManager.class);
    }

    @Test
    void facts_go_to_our_log_under_our_names() {
        assertThat(engine).isInstanceOf(PostgresEventStorageEngine.class);
        assertThat(eventSerializer).isInstanceOf(EventSerializer.class);
    }

    @Test
    void the_appender_keeps_its_role_after_a_rollback() throws SQLException {
        try (var connection = appenderConnections.getConnection()) {
            connection.rollback();
            try (var statement = connection.createStatement();
                    var row = statement.executeQuery("select current_user")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("tallystick_app");
            }
            connection.rollback();
        }
    }

    @Test
    void every_projection_runs_and_none_of_them_by_axons_own_configuration() {
        assertThat(projections).extracting(Projection::name).contains("usage", "directory");
        assertThat(projections).allSatisfy(it -> assertThat(runner.find(it.name())).contains(it));
        assertThat(runner.isRunning()).isTrue();
        assertThat(processing.eventProcessors()).isEmpty();
    }

    @Test
    void the_product_may_add_to_the_log_and_not_change_it() throws SQLException {
        try (var connection = database().connection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                """
                                select has_table_privilege('tallystick_app', 'event_log.entry', 'insert')
                                       and has_table_privilege('tallystick_app', 'event_log.usage_slice', 'insert')
                                       and has_table_privilege('tallystick_app', 'event_log.usage_key', 'insert'),
                                       has_table_privilege('tallystick_app', 'event_log.entry', 'update, delete, truncate')
                                       or has_table_privilege('tallystick_app', 'event_log.usage_slice', 'update, delete, truncate')
                                       or has_table_privilege('tallystick_app', 'event_log.usage_key', 'update, delete, truncate')
                                       or has_table_privilege('tallystick_app', 'event_log.key_window', 'update, delete, truncate')
                                """)) {
            row.next();
            assertThat(row.getBoolean(1)).isTrue();
            assertThat(row.getBoolean(2)).isFalse();
        }
    }
}
