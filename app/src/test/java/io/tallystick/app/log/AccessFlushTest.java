package io.tallystick.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.app.RunningApplication;
import io.tallystick.edge.access.AccessFolds;
import io.tallystick.eventstore.AccessAppender;
import io.tallystick.eventstore.LogHead;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/// When access records are written, and what happens to those that cannot be.
class AccessFlushTest extends RunningApplication {

    @Autowired private AccessFlush flush;
    @Autowired private AccessFolds folds;
    @Autowired private LogHead head;
    @Autowired private Environment environment;
    @Autowired private JdbcClient jdbc;

    @Autowired
    @Qualifier("appender")
    private DataSource appending;

    @Test
    void what_was_asked_last_is_written_when_the_process_ends() {
        flush.flush();
        long before = head.refresh();
        api().get("/api/v1/me").expect(200);

        flush.stop();

        assertThat(head.refresh()).isEqualTo(before + 1);
        assertThat(requestsAfter(before)).isEqualTo(1);
        flush.start();
    }

    @Test
    void nothing_asked_is_nothing_written() {
        flush.flush();
        long before = head.refresh();

        flush.flush();

        assertThat(head.refresh()).isEqualTo(before);
    }

    @Test
    void while_the_log_is_away_records_wait_and_are_then_written_once() {
        flush.flush();
        long before = head.refresh();
        var database = new Away(appending);
        var troubled = new AccessFlush(folds, new AccessAppender(database, head), environment);

        api().get("/api/v1/me").expect(200);
        troubled.flush();
        api().get("/api/v1/me").expect(200);
        troubled.flush();
        assertThat(head.refresh()).isEqualTo(before);

        database.away = false;
        troubled.flush();
        troubled.flush();
        assertThat(requestsAfter(before)).isEqualTo(2);
    }

    private int requestsAfter(long position) {
        return jdbc.sql(
                        """
                        select coalesce(sum((line -> 'count' ->> 'requests')::int), 0)
                        from event_log.entry, jsonb_array_elements(convert_from(metadata, 'UTF8')::jsonb -> 'lines') as line
                        where kind = 'access_chunk' and position > :position
                        """)
                .param("position", position)
                .query(Integer.class)
                .single();
    }

    private static final class Away extends DelegatingDataSource {

        private boolean away = true;

        Away(DataSource database) {
            super(database);
        }

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLException("away");
            }
            return super.getConnection();
        }
    }
}
