package io.tallystick.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("postgres15")
class GenerationViewsTest {

    private static final String ROWS =
            """
            insert into read_model.projection_generation (projection, generation, state)
            values ('usage', 1, 'live'), ('usage', 2, 'building');
            insert into read_model.usage_rollup_all
            select generation, tenant_id, meter, md5(i::text)::uuid, now(), '{}',
                   1, 1, 1, 1, 1, 1, now(), 1, 1
            from generate_series(1, 2) generation, generate_series(1, 5000) i,
                 (values ('00000000-0000-0000-0000-000000000001'::uuid, 'calls')) t (tenant_id, meter);
            analyze read_model.usage_rollup_all;
            """;

    @Test
    void readers_see_one_generation_and_the_key_leads_to_its_rows() throws SQLException {
        try (var database = TestDatabase.with(Schema.EVENT_LOG, Schema.READ_MODEL);
                var connection = database.connection();
                var statement = connection.createStatement()) {
            statement.execute(ROWS);

            String plan =
                    lines(
                            statement,
                            """
                            explain select sum(billed) from read_model.usage_rollup
                            where tenant_id = '00000000-0000-0000-0000-000000000001'
                              and meter = 'calls' and customer_id = md5('7')::uuid
                            """);

            assertThat(plan)
                    .contains("InitPlan")
                    .containsPattern("Index Cond: \\(\\(generation = ");
            assertThat(lines(statement, "select count(*) from read_model.usage_rollup"))
                    .isEqualTo("5000\n");
        }
    }

    private static String lines(Statement statement, String sql) throws SQLException {
        var lines = new StringBuilder();
        try (var row = statement.executeQuery(sql)) {
            while (row.next()) {
                lines.append(row.getString(1)).append('\n');
            }
        }
        return lines.toString();
    }
}
