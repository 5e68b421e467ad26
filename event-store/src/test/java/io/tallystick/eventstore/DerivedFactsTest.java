package io.tallystick.eventstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.events.credits.CreditEvent.CreditsExpired;
import io.tallystick.eventstore.DerivedFacts.Derived;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Facts that follow from others are written once, and leave no hole when they were there.
@Tag("postgres15")
class DerivedFactsTest {

    private static final UUID TENANT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final Instant AT = Instant.parse("2026-03-08T12:00:00.123Z");

    private final TestLog log = new TestLog();
    private final LogRows rows = new LogRows(log.database());
    private final LogHead head = new LogHead(log.dataSource());
    private final DerivedFacts derived = new DerivedFacts(log, new EventSerializer());
    private final LogPages pages = new LogPages(log.engine(head), log, head);

    @AfterEach
    void drop() {
        pages.close();
        log.close();
    }

    @Test
    void a_fact_that_is_there_already_takes_no_position() throws Exception {
        OptionalLong first = append(lot("a"), lot("b"));
        OptionalLong again = append(lot("b"), lot("a"));
        OptionalLong mixed = append(lot("a"), lot("c"), lot("b"), lot("d"));

        assertThat(again).isEmpty();
        assertThat(mixed.getAsLong()).isEqualTo(first.getAsLong() + 2);
        assertThat(rows.positions()).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void two_who_derive_the_same_at_once_write_it_once() throws Exception {
        try (var lock = new HeldPositionLock(log.database())) {
            var one = CompletableFuture.supplyAsync(() -> append(lot("a")));
            lock.awaitWaiter();
            var other = CompletableFuture.supplyAsync(() -> append(lot("a")));
            lock.release();

            List<OptionalLong> ends =
                    List.of(one.get(10, TimeUnit.SECONDS), other.get(10, TimeUnit.SECONDS));

            assertThat(ends.stream().filter(OptionalLong::isPresent)).hasSize(1);
            assertThat(rows.positions()).containsExactly(1L, 2L);
        }
    }

    @Test
    void pages_follow_the_log_and_say_when_entries_were_recorded() {
        append(lot("a"), lot("b"), lot("c"));

        List<LogPages.Entry> page = read(() -> pages.after(1, 2));

        assertThat(page).extracting(LogPages.Entry::position).containsExactly(2L, 3L);
        assertThat(page.getFirst().message().getPayload()).isInstanceOf(CreditsExpired.class);
        assertThat(page.getFirst().message().getTimestamp()).isEqualTo(AT);
        assertThat(page.getFirst().recordedAt()).isAfter(AT);
        assertThat(read(() -> pages.after(4, 2))).isEmpty();
    }

    @Test
    void pages_end_before_a_hole_and_stop_at_it() throws Exception {
        append(lot("a"), lot("b"), lot("c"));
        rows.execute("delete from event_log.entry where position = 3");

        assertThat(read(() -> pages.after(1, 10))).extracting("position").containsExactly(2L);
        assertThatThrownBy(() -> read(() -> pages.after(2, 10))).isInstanceOf(BrokenOrder.class);
    }

    private OptionalLong append(Derived... facts) {
        return log.fetchInTransaction(() -> derived.append(List.of(facts)));
    }

    private <T> T read(Supplier<T> reading) {
        return log.fetchInTransaction(reading);
    }

    private static Derived lot(String name) {
        UUID id = UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return Derived.of("expired/" + name, new CreditsExpired(id, TENANT, TENANT), TENANT, AT);
    }
}
