package io.tallystick.projections.audit;

import static io.tallystick.events.audit.LogType.DATA_CHANGE;

import io.tallystick.events.access.ClientEvent;
import io.tallystick.events.access.ClientEvent.ClientArchived;
import io.tallystick.events.access.ClientEvent.ClientCreated;
import io.tallystick.events.access.ClientEvent.ClientDetailsChanged;
import io.tallystick.events.access.ClientEvent.ClientInvitationAccepted;
import io.tallystick.events.access.ClientEvent.ClientInvited;

/// Tells of the people whom customers serve.
final class ClientSentences {

    private ClientSentences() {}

    static Story of(ClientEvent event) {
        Story story =
                Story.about(
                        DATA_CHANGE,
                        event.partnerId(),
                        event.customerId(),
                        "client",
                        event.clientId());
        return switch (event) {
            case ClientCreated created ->
                    story.called(created.name())
                            .set("name", created.name())
                            .set("email", created.email())
                            .set("externalId", created.externalId())
                            .set("phone", created.phone())
                            .says(
                                    "%s became a client, with the address %s."
                                            .formatted(created.name(), created.email()));
            case ClientDetailsChanged changed ->
                    story.called(changed.name())
                            .set("name", changed.name())
                            .set("email", changed.email())
                            .set("externalId", changed.externalId())
                            .set("phone", changed.phone())
                            .says(it -> "The client %s was changed.".formatted(it.label()));
            case ClientInvited invited ->
                    story.set("invitationSentTo", invited.email())
                            .set("invitationExpiresAt", invited.expiresAt().toString())
                            .says(it ->
                                    (invited.automatic()
                                                    ? "The client %s was invited by auto-invite."
                                                    : "The client %s was invited.")
                                            .formatted(it.label()));
            case ClientInvitationAccepted _ ->
                    story.says(
                            it -> "The client %s accepted the invitation.".formatted(it.label()));
            case ClientArchived _ ->
                    story.ending().says(it -> "The client %s was archived.".formatted(it.label()));
        };
    }
}
