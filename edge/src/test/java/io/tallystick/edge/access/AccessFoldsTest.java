package io.tallystick.edge.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.access.Access.Alike;
import io.tallystick.events.access.Tenants;
import io.tallystick.events.audit.AccessLine;
import io.tallystick.events.audit.AccessLine.Actor;
import io.tallystick.events.audit.AccessLine.Target;
import io.tallystick.events.audit.AccessOutcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class AccessFoldsTest {

    private static final Instant NOON = Instant.parse("2026-11-03T12:00:00Z");
    private static final UUID TENANT = new UUID(0, 1);
    private static final Target EVENTS = new Target("route", "GET /api/v1/events", null);

    private final AccessFolds folds = new AccessFolds();

    @Test
    void ten_thousand_refusals_of_one_sender_are_one_line_that_says_so() {
        for (int i = 0; i < 10_000; i++) {
            folds.note(refused(stranger("192.0.2.1"), i));
        }

        AccessLine line = only(folds.take());
        assertThat(line.count().requests()).isEqualTo(10_000);
        assertThat(line.count().firstAt()).isEqualTo(NOON);
        assertThat(line.count().lastAt()).isEqualTo(NOON.plusMillis(9_999));
        assertThat(line.trace().requestIds())
                .containsExactly(
                        "request-9995",
                        "request-9996",
                        "request-9997",
                        "request-9998",
                        "request-9999");
        assertThat(line.trace().userAgent()).isEqualTo("agent-9999");
    }

    @Test
    void a_million_senders_take_the_memory_of_a_few_and_every_request_counts() {
        for (int i = 0; i < 1_000_000; i++) {
            folds.note(refused(stranger("sender-" + i), i));
        }

        List<AccessLine> lines = folds.take();
        assertThat(lines).hasSize(Crowd.STRANGERS.linesMax() + 1);
        assertThat(requests(lines)).isEqualTo(1_000_000);
        AccessLine rest = lines.getLast();
        assertThat(rest.actor().type()).isEqualTo(Actor.OTHERS);
        assertThat(rest.actor().tenantId()).isEqualTo(Tenants.INSTALLATION);
        assertThat(rest.count().requests()).isEqualTo(1_000_000 - Crowd.STRANGERS.linesMax());
    }

    @Test
    void whoever_crowds_one_sort_of_lines_hides_nothing_of_the_others() {
        for (int i = 0; i < 10_000; i++) {
            folds.note(refused(stranger("sender-" + i), i));
            folds.note(access(AccessOutcome.READ, key("reader-" + i), i));
            folds.note(access(AccessOutcome.SIGN_IN_FAILED, stranger("guesser-" + i), i));
        }
        folds.note(access(AccessOutcome.DENIED, key("denied"), 1));

        assertThat(folds.take())
                .filteredOn(line -> line.outcome() == AccessOutcome.DENIED)
                .singleElement()
                .satisfies(line -> assertThat(line.actor().id()).isEqualTo("denied"));
    }

    @Test
    void what_differs_in_actor_outcome_or_target_is_counted_apart() {
        folds.note(access(AccessOutcome.READ, key("a"), 1));
        folds.note(access(AccessOutcome.READ, key("b"), 2));
        folds.note(access(AccessOutcome.DENIED, key("a"), 3));
        folds.note(
                new Access(
                        new Alike(
                                AccessOutcome.READ,
                                key("a"),
                                new Target("route", "GET /api/v1/me", null)),
                        NOON,
                        "request",
                        null,
                        null));
        folds.note(access(AccessOutcome.READ, key("a"), 4));

        assertThat(folds.take())
                .extracting(line -> line.count().requests())
                .containsExactly(2L, 1L, 1L, 1L);
    }

    @Test
    void what_was_taken_is_gone_and_there_is_room_again() {
        for (int i = 0; i < 1_000; i++) {
            folds.note(refused(stranger("sender-" + i), i));
        }
        folds.take();
        folds.note(refused(stranger("late"), 1));

        assertThat(only(folds.take()).actor().id()).isEqualTo("late");
        assertThat(folds.take()).isEmpty();
    }

    @Test
    void nothing_is_lost_or_counted_twice_while_others_take() {
        List<AccessLine> taken = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int thread = 0; thread < 20; thread++) {
                threads.submit(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        folds.note(refused(stranger("sender-" + i % 300), i));
                    }
                });
            }
            for (int i = 0; i < 500; i++) {
                taken.addAll(folds.take());
            }
        }
        taken.addAll(folds.take());

        assertThat(requests(taken)).isEqualTo(100_000);
    }

    private static Access refused(Actor actor, int number) {
        return access(AccessOutcome.UNAUTHENTICATED, actor, number);
    }

    private static Access access(AccessOutcome outcome, Actor actor, int number) {
        return new Access(
                new Alike(outcome, actor, EVENTS),
                NOON.plusMillis(number),
                "request-" + number,
                "192.0.2.1",
                "agent-" + number);
    }

    private static Actor stranger(String from) {
        return new Actor(Actor.STRANGER, from, from, Tenants.INSTALLATION, null, null);
    }

    private static Actor key(String id) {
        return new Actor("partner", id, "Key " + id, TENANT, null, id);
    }

    private static long requests(List<AccessLine> lines) {
        return lines.stream().mapToLong(line -> line.count().requests()).sum();
    }

    private static AccessLine only(List<AccessLine> lines) {
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }
}
