package io.tallystick.command.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.events.support.SupportEvent.TicketClosed;
import io.tallystick.events.support.SupportEvent.TicketCommented;
import io.tallystick.events.support.SupportEvent.TicketOpened;
import io.tallystick.events.support.SupportEvent.TicketReopened;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.junit.jupiter.api.Test;

/// A ticket is written below while it is open, by whoever it belongs to.
class SupportTicketTest {

    private static final UUID TENANT = new UUID(0, 1);
    private static final UUID CUSTOMER = new UUID(0, 2);
    private static final UUID TICKET = new UUID(0, 3);
    private static final TicketOpened OPENED =
            new TicketOpened(TICKET, CUSTOMER, TENANT, "No sound", "Calls are silent.", "normal");
    private static final TicketCommented COMMENTED =
            new TicketCommented(TICKET, CUSTOMER, TENANT, "Since when?");
    private static final TicketClosed CLOSED = new TicketClosed(TICKET, CUSTOMER, TENANT);

    private final AggregateTestFixture<SupportTicket> ticket =
            new AggregateTestFixture<>(SupportTicket.class);

    @Test
    void it_is_opened_with_what_was_written() {
        ticket.givenNoPriorActivity()
                .when(
                        OpenTicket.of(
                                TENANT, CUSTOMER, TICKET, " No sound ", "Calls are silent.", null))
                .expectEvents(OPENED);
    }

    @Test
    void something_is_written_below_it() {
        ticket.given(OPENED).when(comment(TENANT, CUSTOMER)).expectEvents(COMMENTED);
    }

    @Test
    void nothing_is_written_below_a_closed_one() {
        ticket.given(OPENED, CLOSED)
                .when(comment(TENANT, CUSTOMER))
                .expectException(ApiProblem.class)
                .expectNoEvents();
    }

    @Test
    void it_does_not_grow_for_ever() {
        List<Object> facts = new ArrayList<>(List.of(OPENED));
        for (int i = 0; i < SupportTicket.COMMENTS_MAX; i++) {
            facts.add(COMMENTED);
        }

        ticket.given(facts)
                .when(comment(TENANT, CUSTOMER))
                .expectException(ApiProblem.class)
                .expectNoEvents();
    }

    @Test
    void it_is_closed_and_reopened_once() {
        ticket.given(OPENED).when(move("closed")).expectEvents(CLOSED);
        ticket.given(OPENED, CLOSED).when(move("closed")).expectNoEvents();
        ticket.given(OPENED, CLOSED)
                .when(move("open"))
                .expectEvents(new TicketReopened(TICKET, CUSTOMER, TENANT));
        ticket.given(OPENED).when(move("open")).expectNoEvents();
    }

    @Test
    void it_is_not_there_for_anybody_else() {
        ticket.given(OPENED)
                .when(comment(TENANT, new UUID(0, 9)))
                .expectException(ApiProblem.class)
                .expectNoEvents();
        ticket.given(OPENED)
                .when(comment(new UUID(0, 9), CUSTOMER))
                .expectException(ApiProblem.class)
                .expectNoEvents();
    }

    @Test
    void all_faults_are_named_at_once() {
        assertThatThrownBy(() ->
                        OpenTicket.of(TENANT, CUSTOMER, TICKET, "a\nb", "x".repeat(5_001), "asap"))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        refused ->
                                assertThat(refused.errors())
                                        .extracting(FieldError::code)
                                        .containsExactly(
                                                "invalid_subject",
                                                "invalid_text",
                                                "unknown_value"));
    }

    private static CommentTicket comment(UUID tenant, UUID customer) {
        return CommentTicket.of(tenant, customer, TICKET.toString(), "Since when?");
    }

    private static MoveTicket move(String state) {
        return MoveTicket.of(TENANT, CUSTOMER, TICKET.toString(), state);
    }
}
