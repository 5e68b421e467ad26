package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A customer with a long history is read from its snapshot and knows everything still.
class CustomerSnapshotTest extends RunningApplication {

    @Test
    void a_customer_that_changed_a_hundred_times_goes_on_from_its_snapshot() {
        String id =
                api().post(
                                "/api/v1/customers",
                                Map.of(
                                        "key",
                                        "restless",
                                        "name",
                                        "Restless",
                                        "email",
                                        "r@example.com"))
                        .expect(201)
                        .json()
                        .get("id")
                        .asString();
        for (int i = 1; i <= 101; i++) {
            api().patch("/api/v1/customers/restless", Map.of("name", "Restless " + i)).expect(200);
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> snapshots(id) == 1);

        var changed =
                api().patch("/api/v1/customers/restless", Map.of("currency", "EUR")).expect(200);
        var same =
                api().patch("/api/v1/customers/restless", Map.of("name", "Restless 101"))
                        .expect(200);

        assertThat(changed.json().get("name").asString()).isEqualTo("Restless 101");
        assertThat(changed.json().get("email").asString()).isEqualTo("r@example.com");
        assertThat(same.position()).isEqualTo(changed.position());
    }

    private static long snapshots(String stream) throws SQLException {
        try (var connection = database().connection();
                var statement =
                        connection.prepareStatement(
                                "select count(*) from event_log.snapshot where stream = ?")) {
            statement.setString(1, stream);
            try (var row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
