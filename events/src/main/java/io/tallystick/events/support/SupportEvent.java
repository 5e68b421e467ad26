package io.tallystick.events.support;

import io.tallystick.events.EventName;
import java.util.UUID;

/// Facts about the tickets of customers. Texts are bounded where they are taken in.
public sealed interface SupportEvent {

    UUID ticketId();

    UUID customerId();

    /// The tenant.
    UUID partnerId();

    /// A customer asked for help.
    ///
    /// @param priority `low`, `normal`, `high` or `urgent`
    @EventName("support.TicketOpened")
    record TicketOpened(
            UUID ticketId,
            UUID customerId,
            UUID partnerId,
            String subject,
            String text,
            String priority)
            implements SupportEvent {}

    /// Somebody wrote something below a ticket.
    @EventName("support.TicketCommented")
    record TicketCommented(UUID ticketId, UUID customerId, UUID partnerId, String text)
            implements SupportEvent {}

    /// There is nothing left to do.
    @EventName("support.TicketClosed")
    record TicketClosed(UUID ticketId, UUID customerId, UUID partnerId) implements SupportEvent {}

    /// There is something left to do after all.
    @EventName("support.TicketReopened")
    record TicketReopened(UUID ticketId, UUID customerId, UUID partnerId) implements SupportEvent {}
}
