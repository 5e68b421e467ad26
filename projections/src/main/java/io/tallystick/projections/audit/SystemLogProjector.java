package io.tallystick.projections.audit;

import io.tallystick.events.EventName;
import io.tallystick.events.access.Tenants;
import io.tallystick.eventstore.AccessChunk;
import io.tallystick.eventstore.AccessReader;
import io.tallystick.eventstore.usage.UsageChunk;
import java.util.Objects;
import java.util.UUID;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// Writes one generation of the system log: a row for every fact and for every line of access
/// records, and none for anything else. Usage is no fact; what it did is in its meters.
final class SystemLogProjector {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LogRows rows;
    private final TargetRows targets;
    private final AccessRows accesses;
    private final AccessReader reader;

    SystemLogProjector(LogRows rows, TargetRows targets, AccessRows accesses, AccessReader reader) {
        this.rows = rows;
        this.targets = targets;
        this.accesses = accesses;
        this.reader = reader;
    }

    @EventHandler
    void on(TrackedEventMessage<?> message) {
        switch (message.getPayload()) {
            case UsageChunk _ -> {}
            case AccessChunk chunk -> accesses.insert(chunk.position(), reader.lines(chunk));
            default -> write(place(message), message.getPayload(), message.getMetaData());
        }
    }

    private static LogRows.Place place(TrackedEventMessage<?> message) {
        long position = Objects.requireNonNull(message.trackingToken()).position().orElseThrow();
        return new LogRows.Place(position, name(message.getPayload()), message.getTimestamp());
    }

    private void write(LogRows.Place place, Object fact, MetaData metadata) {
        Actor actor = Actor.of(metadata);
        Story story = placed(Sentences.of(fact, actor));
        Known before = find(story.tenantId(), story);
        Change change = Change.of(story, before);
        // The sentence is told with the values as they were and the name as it is.
        Known told = known(story, before);
        rows.insert(place, story, told, change, actor, customer(actor, told, story.tenantId()));
        targets.put(story, new Known(told.customerId(), told.label(), change.state()));
    }

    /// The revoke of a key names a partner also where the key is the operators', of whose keys no
    /// partner is told. The fact that issued it says which.
    private Story placed(Story story) {
        boolean isOfInstallation =
                find(story.tenantId(), story) == null && find(Tenants.INSTALLATION, story) != null;
        return isOfInstallation ? story.ofInstallation() : story;
    }

    private @Nullable Known find(UUID tenantId, Story story) {
        return targets.find(tenantId, story.targetType(), story.targetId());
    }

    private static Known known(Story story, @Nullable Known before) {
        String label = story.label();
        if (before == null) {
            return new Known(
                    story.customerId(),
                    label == null ? story.targetId() : label,
                    JSON.createObjectNode());
        }
        return new Known(
                story.customerId() == null ? before.customerId() : story.customerId(),
                label == null ? before.label() : label,
                before.state());
    }

    /// Whose people or keys the actor is of. Facts of older versions do not say it of members, but
    /// the facts before them do.
    private @Nullable UUID customer(Actor actor, Known target, UUID tenantId) {
        if (actor.customerId() != null) {
            return actor.customerId();
        }
        if (actor.type().equals("customer")) {
            return target.customerId();
        }
        if (!actor.isMember()) {
            return null;
        }
        Known member = targets.find(tenantId, "member", actor.id());
        return member == null ? null : member.customerId();
    }

    private static String name(Object fact) {
        EventName name = fact.getClass().getAnnotation(EventName.class);
        return Objects.requireNonNull(name, () -> "no name of " + fact.getClass()).value();
    }
}
