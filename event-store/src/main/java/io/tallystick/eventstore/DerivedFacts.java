package io.tallystick.eventstore;

import io.tallystick.eventstore.LogSql.NewFact;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.messaging.MetaData;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/// Appends facts that follow from other entries. Their ids are computed from their cause, so that
/// to derive one again is a no-op: an id that is there already takes no position. That is decided
/// behind the position lock, in the transaction of whoever derives, which must commit at once.
public final class DerivedFacts {

    private final ConnectionProvider connections;
    private final Serializer serializer;

    public DerivedFacts(ConnectionProvider connections, EventSerializer serializer) {
        this.connections = connections;
        this.serializer = serializer;
    }

    /// @param id the same whenever the same thing follows from the same cause
    /// @param tenantId that it is about
    /// @param at when its cause was recorded; the clock is not asked, so that the same cause gives
    ///   the same fact
    public record Derived(UUID id, Object fact, UUID tenantId, Instant at) {

        /// @param cause what the fact follows from, in words that never change
        public static Derived of(String cause, Object fact, UUID tenantId, Instant at) {
            UUID id = UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8));
            return new Derived(id, fact, tenantId, at);
        }
    }

    /// Called last in a transaction, after all its other writes.
    ///
    /// @return the position of the last fact that was not there yet; empty where all were
    public OptionalLong append(List<Derived> facts) {
        if (facts.isEmpty()) {
            return OptionalLong.empty();
        }
        try (Connection connection = connections.getConnection()) {
            return LogSql.insertDerived(connection, facts.stream().map(this::newFact).toList());
        } catch (SQLException e) {
            throw new LogUnavailable("derived facts could not be appended", e);
        }
    }

    private NewFact newFact(Derived derived) {
        SerializedObject<byte[]> payload = serializer.serialize(derived.fact(), byte[].class);
        var said = MetaData.from(Map.of("tenantId", derived.tenantId().toString()));
        return new NewFact(
                derived.id().toString(),
                payload.getType().getName(),
                payload.getType().getRevision(),
                derived.tenantId(),
                null,
                null,
                null,
                payload.getData(),
                serializer.serialize(said, byte[].class).getData(),
                derived.at());
    }
}
