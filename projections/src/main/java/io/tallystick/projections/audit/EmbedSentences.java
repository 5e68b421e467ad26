package io.tallystick.projections.audit;

import static io.tallystick.events.audit.LogType.INTEGRATION;

import io.tallystick.events.access.EmbedEvent;
import io.tallystick.events.access.EmbedEvent.EmbedUrlCreated;
import io.tallystick.events.access.EmbedEvent.EmbedUrlOpened;
import io.tallystick.events.access.EmbedEvent.EmbedUrlRevoked;

/// Tells of links that show a part of a portal somewhere else.
final class EmbedSentences {

    private EmbedSentences() {}

    static Story of(EmbedEvent event) {
        Story story =
                Story.about(
                        INTEGRATION,
                        event.partnerId(),
                        event.customerId(),
                        "embed_url",
                        event.embedUrlId());
        return switch (event) {
            case EmbedUrlCreated created ->
                    story.called(created.label())
                            .set("kind", created.kind())
                            .set("label", created.label())
                            .set("scopes", String.join(", ", created.scopes()))
                            .set("origins", String.join(", ", created.origins()))
                            .set("expiresAt", created.expiresAt().toString())
                            .set("sessionSeconds", created.sessionSeconds())
                            .says(
                                    "The embed URL \"%s\" was created for %s."
                                            .formatted(
                                                    created.label(),
                                                    String.join(", ", created.scopes())));
            case EmbedUrlOpened opened ->
                    story.set("sessionEndsAt", opened.sessionEndsAt().toString())
                            .says(it ->
                                    opened.origin() == null
                                            ? "The embed URL \"%s\" was opened."
                                                    .formatted(it.label())
                                            : "The embed URL \"%s\" was opened in %s."
                                                    .formatted(it.label(), opened.origin()));
            case EmbedUrlRevoked _ ->
                    story.ending()
                            .says(it -> "The embed URL \"%s\" was revoked.".formatted(it.label()));
        };
    }
}
