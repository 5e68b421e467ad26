package io.tallystick.events.audit;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Requests of one actor that asked the same and were answered alike, as one line: how many there
/// were is exact, of the rest there is a sample. It is what an access chunk of the log holds.
public record AccessLine(
        AccessOutcome outcome, Actor actor, Target target, Count count, Trace trace) {

    /// Who sent the requests, and in whose log they belong.
    ///
    /// @param type as facts name their actors; `stranger` where no credential was known, `others`
    ///   for many actors at once
    /// @param id of the key or person; of a stranger the address or network
    /// @param tenantId [io.tallystick.events.access.Tenants#INSTALLATION] for what is no partner's
    /// @param customerId the only customer that it acted for, null for none
    /// @param keyId of the key that the requests came with, null for a session
    public record Actor(
            String type,
            String id,
            String label,
            UUID tenantId,
            @Nullable UUID customerId,
            @Nullable String keyId) {

        public static final String STRANGER = "stranger";
        public static final String OTHERS = "others";
    }

    /// What was asked for.
    ///
    /// @param type `route`, or of a sign-in the account's: `member`, `operator`, `account` where
    ///   nobody has it
    /// @param id of a route its method and template, never the path itself
    /// @param label what people call it, null where that is the id
    public record Target(String type, String id, @Nullable String label) {}

    /// How many, and between when.
    public record Count(long requests, Instant firstAt, Instant lastAt) {}

    /// Where they came from.
    ///
    /// @param requestIds of the last few, the latest last
    /// @param ip of the last
    /// @param userAgent of the last
    public record Trace(List<String> requestIds, @Nullable String ip, @Nullable String userAgent) {}
}
