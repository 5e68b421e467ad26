package io.tallystick.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallystick.app.log.AccessFlush;
import io.tallystick.command.audit.ProjectionReplays;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The log from end to end: who did it, from where, and that nothing is missing.
class SystemLogTest extends RunningApplication {

    @Autowired private ProjectionReplays replays;
    @Autowired private TransactionManager transactions;
    @Autowired private People people;
    @Autowired private AccessFlush accesses;

    private final String key = "logged-" + System.nanoTime();
    private final String log = "/api/v1/customers/" + key + "/system-log";

    @Test
    void an_entry_says_who_did_what_from_where() {
        customer();
        long position =
                api().patch(
                                "/api/v1/customers/" + key,
                                Map.of("name", "Renamed"),
                                "User-Agent",
                                "test of the log")
                        .expect(200)
                        .position();

        JsonNode item = api().getAfter(position, log).expect(200).json().get("items").get(0);
        assertThat(item.get("action").asString()).isEqualTo("access.CustomerDetailsChanged");
        assertThat(item.get("type").asString()).isEqualTo("data_change");
        assertThat(item.get("actor").get("label").asString()).isEqualTo("Operator key");

        JsonNode entry = api().get(log + "/" + item.get("id").asString()).expect(200).json();
        assertThat(entry.get("before").toString()).isEqualTo("{\"name\":\"Logged\"}");
        assertThat(entry.get("after").toString()).isEqualTo("{\"name\":\"Renamed\"}");
        assertThat(entry.get("userAgent").asString()).isEqualTo("test of the log");
        assertThat(entry.get("ip").asString()).isNotEmpty();
        assertThat(entry.get("keyId").asString())
                .isEqualTo(entry.get("actor").get("id").asString());
        assertThat(entry.get("requestId").asString()).isNotEmpty();
    }

    @Test
    void a_person_who_signs_in_is_in_the_log_of_its_customer_with_its_address() {
        customer();
        String email = people.member(api(), key, "admin");
        var browser = new Browser(api().base());
        browser.from("192.0.2.44");
        browser.signIn(email, People.PASSWORD).location();

        long position =
                api().post("/api/v1/customers", Map.of("key", key + "-2", "name", "2"))
                        .expect(201)
                        .position();
        JsonNode items =
                api().getAfter(position, log + "?type=login").expect(200).json().get("items");

        assertThat(items.size()).isEqualTo(1);
        assertThat(items.get(0).get("summary").asString()).isEqualTo(email + " signed in.");
        JsonNode entry =
                api().get(log + "/" + items.get(0).get("id").asString()).expect(200).json();
        assertThat(entry.get("ip").asString()).isEqualTo("192.0.2.44");
        assertThat(entry.get("keyId").isNull()).isTrue();
    }

    @Test
    void reading_is_an_entry_once_for_the_same_filter() throws SQLException {
        customer();
        String filtered = log + "?q=nothing-of-" + key;
        for (int i = 0; i < 5; i++) {
            api().get(filtered).expect(200);
        }
        api().get(filtered + "&type=login").expect(200);
        api().get(filtered, "Accept", "text/csv").expect(200);
        api().get(filtered, "Accept", "application/x-ndjson").expect(200);

        // A minute may end between two of the five.
        assertThat(facts("audit.SystemLogRead")).isBetween(2L, 3L);
        assertThat(facts("audit.SystemLogExported")).isEqualTo(2);
    }

    @Test
    void facts_and_lines_are_the_same_places_as_entries_and_a_rebuild_the_same_bytes()
            throws Exception {
        customer();
        accesses.flush();
        awaitHead();
        Map<String, String> live = hash();
        assertThat(differences()).isZero();

        // Through the API the rebuild would itself be a fact, and so an entry more.
        var unit = DefaultUnitOfWork.startAndGet(new GenericMessage<>("a rebuild"));
        unit.attachTransaction(transactions);
        unit.execute(() -> replays.start("system-log"));
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        number(
                                        """
                                        select count(*) from read_model.projection_generation
                                        where projection = 'system-log' and state in ('building', 'retired')
                                        """)
                                == 0);

        assertThat(hash()).isEqualTo(live);
        assertThat(differences()).isZero();
    }

    private void customer() {
        api().post("/api/v1/customers", Map.of("key", key, "name", "Logged")).expect(201);
    }

    private long facts(String type) throws SQLException {
        return number(
                """
                select count(*) from event_log.entry
                where type = '%s' and convert_from(payload, 'UTF8') like '%%nothing-of-%s%%'
                """
                        .formatted(type, key));
    }

    private static void awaitHead() {
        await().atMost(Duration.ofSeconds(30))
                .until(() ->
                        number(
                                        """
                                        select (select max(position) from event_log.entry)
                                               - (select min(position) from read_model.projection_segment
                                                  where projection = 'system-log' and state = 'live')
                                        """)
                                == 0);
    }

    private static long differences() throws SQLException {
        return number(
                """
                select count(*) from (
                  select position, generate_series(0, case kind when 'fact' then 0 else row_count - 1 end) as ordinal
                  from event_log.entry where kind in ('fact', 'access_chunk')) written
                full join (select position, ordinal from read_model.system_log) told using (position, ordinal)
                where written is null or told is null
                """);
    }

    private static Map<String, String> hash() throws Exception {
        try (var connection = database().connection()) {
            Map<String, String> hashes = ReadModelHash.of(connection);
            hashes.keySet().removeIf(table -> !table.startsWith("system_log"));
            assertThat(hashes).hasSize(2);
            return hashes;
        }
    }

    private static long number(String sql) throws SQLException {
        try (var connection = database().connection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
