package io.tallystick.eventstore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.events.audit.AccessLine;
import io.tallystick.events.audit.AccessLine.Actor;
import io.tallystick.events.audit.AccessLine.Count;
import io.tallystick.events.audit.AccessLine.Target;
import io.tallystick.events.audit.AccessLine.Trace;
import io.tallystick.events.audit.AccessOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AccessAppenderTest {

    private static final Path APPROVED = Path.of("src/test/resources/approved-chunks");
    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");

    private static final AccessLine READ =
            new AccessLine(
                    AccessOutcome.READ,
                    new Actor("member", "ada", "Ada", new UUID(0, 1), new UUID(0, 2), "key"),
                    new Target("route", "GET /api/v1/me", null),
                    new Count(42, NOON, NOON.plusSeconds(7)),
                    new Trace(List.of("request-1", "request-2"), "192.0.2.1", "agent"));
    private static final AccessLine FAILED =
            new AccessLine(
                    AccessOutcome.SIGN_IN_FAILED,
                    new Actor("stranger", "192.0.2.1", "192.0.2.1", new UUID(0, 0), null, null),
                    new Target("account", "unknown", "an account that there is not"),
                    new Count(1, NOON, NOON),
                    new Trace(List.of("request-3"), null, null));

    private final TestLog log = new TestLog();
    private final LogRows rows = new LogRows(log.database());
    private final LogHead head = new LogHead(log.dataSource());
    private final PostgresEventStorageEngine engine = log.engine(head);
    private final AccessAppender appender =
            new AccessAppender(log.database().appenderDataSource(), head);
    private final AccessReader reader = new AccessReader(log.dataSource());

    @AfterEach
    void drop() {
        head.close();
        log.close();
    }

    @Test
    void lines_are_one_entry_in_the_one_order_and_come_back_as_they_were() throws Exception {
        engine.appendEvents(Facts.facts(1));
        appender.append(new UUID(0, 7), List.of(READ, FAILED));
        engine.appendEvents(Facts.facts(1));

        assertThat(rows.positions()).containsExactly(1L, 2L, 3L, 4L);
        var stream = new LogMessageSource(engine, head).openStream(null);
        stream.nextAvailable();
        stream.nextAvailable();
        TrackedEventMessage<?> message = stream.nextAvailable();
        assertThat(message.getPayload()).isEqualTo(new AccessChunk(3, 2));
        assertThat(message.getMetaData()).isEmpty();
        assertThat(stream.nextAvailable().trackingToken().position()).hasValue(4);
        assertThat(reader.lines(new AccessChunk(3, 2))).containsExactly(READ, FAILED);
    }

    @Test
    void who_does_not_know_whether_it_was_committed_may_append_again() throws Exception {
        appender.append(new UUID(0, 7), List.of(READ));
        appender.append(new UUID(0, 7), List.of(READ));
        appender.append(new UUID(0, 8), List.of(FAILED));

        assertThat(rows.positions()).containsExactly(1L, 2L, 3L);
        assertThat(head.position()).isEqualTo(3);
    }

    @Test
    void a_line_is_stored_as_it_was_approved_and_what_was_approved_is_read() throws Exception {
        byte[] approved = Files.readAllBytes(APPROVED.resolve("access.Chunk-1.json"));

        assertThat(new String(AccessLines.write(List.of(READ, FAILED)), UTF_8))
                .isEqualTo(new String(approved, UTF_8).strip());
        assertThat(AccessLines.read(approved)).containsExactly(READ, FAILED);
    }

    @Test
    void lines_that_the_log_has_lost_are_missed() {
        appender.append(new UUID(0, 7), List.of(READ));

        assertThatThrownBy(() -> reader.lines(new AccessChunk(2, 2)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> reader.lines(new AccessChunk(1, 1)))
                .isInstanceOf(IllegalStateException.class);
    }
}
