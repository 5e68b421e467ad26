package io.tallystick.projections.contacts;

import static io.tallystick.readmodel.Tables.CONTACT_DEAD_LETTER;
import static io.tallystick.readmodel.Tables.CONTACT_EVIDENCE;
import static io.tallystick.readmodel.Tables.SELF_HEALED_CONTACT;
import static io.tallystick.readmodel.Tables.SELF_HEALED_VERSION;
import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import io.tallystick.eventstore.usage.Hash128;
import io.tallystick.eventstore.usage.UsageRow;
import io.tallystick.projections.testing.RunningProjections;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.Test;

/// From chunks of the log to rows.
class SelfHealedContactsProjectorTest {

    private static final Instant NOON = Instant.parse("2026-03-31T12:00:00.123456Z");
    private static final String NEW = "+14155550111";
    private static final UUID ACME = new UUID(0, 10);
    private static final UUID GLOBEX = new UUID(0, 11);

    private final long seed = System.nanoTime();

    private int number;

    @Test
    void a_number_is_healed_by_calls_that_came_before_and_after_its_enrichment_in_any_chunk() {
        List<List<UsageRow>> chunks =
                List.of(
                        List.of(call("late", NOON.plusSeconds(60), NEW, "success")),
                        List.of(
                                enriched("late", NOON, NEW),
                                enriched("early", NOON, NEW),
                                call("early", NOON, NEW, "success")),
                        List.of(call("early", NOON.plusSeconds(9), NEW, "success")));

        assertThat(after(1, chunks, SelfHealedContactsProjectorTest::rows))
                .containsExactly(
                        "early " + NEW + " crm-early +14155550100 " + NOON + " " + NOON + " null",
                        "late "
                                + NEW
                                + " crm-late +14155550100 "
                                + NOON
                                + " "
                                + NOON.plusSeconds(60)
                                + " null");
    }

    @Test
    void only_a_successful_outbound_call_of_the_contact_to_a_number_confirms_it() {
        Instant later = NOON.plusSeconds(1);
        List<UsageRow> rows =
                List.of(
                        enriched("a", NOON, NEW),
                        call("b", later, NEW, "success"),
                        call("a", later, NEW, "busy"),
                        call("a", later, "sip:a@example.com", "success"),
                        row(
                                ACME,
                                "voice.call.completed",
                                later,
                                "{\"contactId\":\"a\",\"direction\":\"in\",\"to\":\""
                                        + NEW
                                        + "\",\"outcome\":\"success\"}"),
                        row(
                                GLOBEX,
                                "voice.call.completed",
                                later,
                                "{\"contactId\":\"a\",\"direction\":\"out\",\"to\":\""
                                        + NEW
                                        + "\",\"outcome\":\"success\"}"));

        assertThat(after(50, List.of(rows), SelfHealedContactsProjectorTest::rows)).isEmpty();
    }

    @Test
    void a_call_that_reached_somebody_else_flags_the_number_and_leaves_what_it_was() {
        List<List<UsageRow>> chunks =
                List.of(
                        List.of(
                                enriched("a", NOON, NEW),
                                call("a", NOON.plusSeconds(1), NEW, "success")),
                        List.of(call("a", NOON.plusSeconds(2), NEW, "wrong_number")),
                        List.of(flag("a", "unflagged", NOON.plusSeconds(3), NEW)));

        assertThat(after(50, chunks, SelfHealedContactsProjectorTest::versions))
                .containsExactly("a 2 null", "a 3 " + NOON.plusSeconds(2), "a 4 null");
    }

    @Test
    void names_that_are_written_with_escapes_are_read() {
        List<UsageRow> rows =
                List.of(
                        enriched("a", NOON, NEW),
                        row(
                                ACME,
                                "voice.call.completed",
                                NOON.plusSeconds(1),
                                "{\"contact\\u0049d\":\"a\",\"direction\":\"out\",\"to\":\""
                                        + NEW
                                        + "\",\"outcome\":\"success\"}"));

        assertThat(after(50, List.of(rows), SelfHealedContactsProjectorTest::rows)).hasSize(1);
    }

    @Test
    void what_should_tell_of_a_contact_and_does_not_is_set_aside_and_its_neighbours_count() {
        List<UsageRow> rows =
                List.of(
                        row(ACME, "contact.number.enriched", NOON, "{\"contactId\":\"a\"}"),
                        row(ACME, "contact.number.flagged", NOON, "{\"number\":\"" + NEW + "\"}"),
                        row(ACME, "contact.number.enriched", NOON, "{\"contactId\":"),
                        enriched("x".repeat(129), NOON, NEW),
                        enriched("a", NOON, NEW),
                        call("a", NOON.plusSeconds(1), NEW, "success"));

        assertThat(after(50, List.of(rows), SelfHealedContactsProjectorTest::deadLetters))
                .hasSize(4)
                .allMatch(letter -> letter.startsWith("contact.number."));
        assertThat(after(50, List.of(rows), SelfHealedContactsProjectorTest::rows)).hasSize(1);
    }

    @Test
    void a_contact_has_a_bounded_number_of_enrichments_and_flags() {
        int max = SelfHealedContactsProjector.EVIDENCE_PER_CONTACT_MAX;
        List<UsageRow> rows =
                IntStream.range(0, max + 3).mapToObj(i -> flag("a", "flagged", NOON, NEW)).toList();

        assertThat(after(1, List.of(rows), SelfHealedContactsProjectorTest::deadLetters))
                .hasSize(3)
                .allMatch(letter -> letter.endsWith("at most 1000 enrichments and flags"));
    }

    @Test
    void neither_order_nor_batches_nor_a_rebuild_change_what_is_left() {
        var random = new Random(seed);
        List<UsageRow> rows = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            rows.add(random(random));
        }
        List<String> once = after(50, List.of(rows), SelfHealedContactsProjectorTest::rows);
        assertThat(once).isNotEmpty();

        Collections.shuffle(rows, random);
        List<List<UsageRow>> chunks = new ArrayList<>();
        for (int i = 0; i < rows.size(); i += 23) {
            chunks.add(rows.subList(i, Math.min(rows.size(), i + 23)));
        }

        List<List<String>> small = after(1, chunks, SelfHealedContactsProjectorTest::everything);
        List<List<String>> large = after(50, chunks, SelfHealedContactsProjectorTest::everything);
        assertThat(small.getFirst()).as("seed %d", seed).hasSize(once.size());
        assertThat(large).as("seed %d", seed).isEqualTo(small);
    }

    private UsageRow random(Random random) {
        String contact = "c-" + random.nextInt(12);
        String to = "+1415555011" + random.nextInt(3);
        // Microseconds apart, so that no two happen at once and the log's order decides nothing.
        Instant at = NOON.plusNanos(1_000L * (random.nextInt(50) * 1_000 + number));
        return switch (random.nextInt(6)) {
            case 0, 1 -> enriched(contact, at, to);
            case 2, 3 -> call(contact, at, to, "success");
            case 4 -> flag(contact, "flagged", at, to);
            default -> flag(contact, "unflagged", at, to);
        };
    }

    private static <T> T after(
            int batch, List<List<UsageRow>> chunks, Function<DSLContext, T> question) {
        try (var database = TestDatabase.with(Schema.EVENT_LOG, Schema.READ_MODEL);
                var running = new RunningProjections(database, batch)) {
            long last = chunks.stream().mapToLong(running::usage).max().orElseThrow();
            running.start().awaitAll(last);
            var sql = DSL.using(database.dataSource(), SQLDialect.POSTGRES);
            T grown = question.apply(sql);
            running.rebuild("self-healed-contacts");
            running.awaitRebuilt("self-healed-contacts");
            assertThat(question.apply(sql)).as("rebuilt").isEqualTo(grown);
            return grown;
        }
    }

    private static List<List<String>> everything(DSLContext sql) {
        return List.of(rows(sql), versions(sql), deadLetters(sql), evidence(sql));
    }

    private static List<String> rows(DSLContext sql) {
        return sql.selectFrom(SELF_HEALED_CONTACT)
                .orderBy(SELF_HEALED_CONTACT.CONTACT_ID, SELF_HEALED_CONTACT.NEW_NUMBER)
                .fetch(row ->
                        "%s %s %s %s %s %s %s"
                                .formatted(
                                        row.getContactId(),
                                        row.getNewNumber(),
                                        row.getExternalId(),
                                        row.getOldNumber(),
                                        row.getEnrichedAt(),
                                        row.getConfirmedAt(),
                                        row.getFlaggedAt()));
    }

    private static List<String> versions(DSLContext sql) {
        return sql.selectFrom(SELF_HEALED_VERSION)
                .orderBy(
                        SELF_HEALED_VERSION.CONTACT_ID,
                        SELF_HEALED_VERSION.NEW_NUMBER,
                        SELF_HEALED_VERSION.POSITION)
                .fetch(row ->
                        "%s %d %s"
                                .formatted(
                                        row.getContactId(), row.getPosition(), row.getFlaggedAt()));
    }

    private static List<String> deadLetters(DSLContext sql) {
        return sql.selectFrom(CONTACT_DEAD_LETTER)
                .orderBy(CONTACT_DEAD_LETTER.POSITION, CONTACT_DEAD_LETTER.ORDINAL)
                .fetch(row -> row.getType() + " " + row.getReason());
    }

    private static List<String> evidence(DSLContext sql) {
        return sql.selectFrom(CONTACT_EVIDENCE).fetch(Object::toString).stream().sorted().toList();
    }

    private UsageRow enriched(String contact, Instant at, String newNumber) {
        return row(
                ACME,
                "contact.number.enriched",
                at,
                "{\"contactId\":\"%s\",\"externalId\":\"crm-%s\",\"oldNumber\":\"+14155550100\",\"newNumber\":\"%s\"}"
                        .formatted(contact, contact, newNumber));
    }

    private UsageRow call(String contact, Instant at, String to, String outcome) {
        return row(
                ACME,
                "voice.call.completed",
                at,
                "{\"contactId\":\"%s\",\"direction\":\"out\",\"to\":\"%s\",\"outcome\":\"%s\"}"
                        .formatted(contact, to, outcome));
    }

    private UsageRow flag(String contact, String what, Instant at, String flagged) {
        return row(
                ACME,
                "contact.number." + what,
                at,
                "{\"contactId\":\"%s\",\"number\":\"%s\"}".formatted(contact, flagged));
    }

    private UsageRow row(UUID customer, String type, Instant at, String data) {
        String id = "event-" + ++number;
        return new UsageRow(
                new UUID(0, 1),
                customer,
                type,
                id,
                "/telephony",
                at,
                type.startsWith("voice") ? BigDecimal.TEN : null,
                data.getBytes(StandardCharsets.UTF_8),
                Hash128.of(id));
    }
}
