package io.tallystick.eventstore.testing;

import io.tallystick.events.access.AccessEvent.ApiKeyIssued;
import io.tallystick.events.access.AccessEvent.ApiKeyRevoked;
import io.tallystick.events.access.AccessEvent.CustomerCreated;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import io.tallystick.events.access.AccessEvent.CustomerDetailsChanged;
import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import io.tallystick.events.access.AccessEvent.OperatorInstalled;
import io.tallystick.events.access.AccessEvent.PartnerCreated;
import io.tallystick.events.access.MemberEvent.InvitationAccepted;
import io.tallystick.events.access.MemberEvent.InvitationRevoked;
import io.tallystick.events.access.MemberEvent.MemberAvatarChanged;
import io.tallystick.events.access.MemberEvent.MemberDetailsChanged;
import io.tallystick.events.access.MemberEvent.MemberEmailRequested;
import io.tallystick.events.access.MemberEvent.MemberInvited;
import io.tallystick.events.access.MemberEvent.MemberPasswordChanged;
import io.tallystick.events.access.MemberEvent.MemberRemoved;
import io.tallystick.events.access.MemberEvent.MemberRoleChanged;
import io.tallystick.events.access.MemberEvent.MemberSignedOutEverywhere;
import io.tallystick.events.audit.AuditEvent.ProjectionReplayCancelled;
import io.tallystick.events.audit.AuditEvent.ProjectionReplayRequested;
import io.tallystick.events.audit.AuditEvent.SystemLogExported;
import io.tallystick.events.audit.AuditEvent.SystemLogRead;
import io.tallystick.events.settings.SettingsEvent.ApiLimitsChanged;
import io.tallystick.events.settings.SettingsEvent.TeamChanged;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// One event of each kind with every field filled. A new event needs a line here and an approved
/// file; sets have one element, since their order differs per JVM.
public final class EventSamples {

    private static final UUID FIRST = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID SECOND = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final UUID THIRD = UUID.fromString("01900000-0000-7000-8000-000000000003");
    private static final UUID FOURTH = UUID.fromString("01900000-0000-7000-8000-000000000004");
    private static final CustomerDetails DETAILS =
            new CustomerDetails(
                    "Café \"Zürich\"", "Europe/Zurich", "CHF", "CH", "billing@cafe.example");

    private EventSamples() {}

    public static Stream<Object> all() {
        return Stream.of(
                new PartnerCreated(FIRST, "northwind", "Northwind Telecom"),
                new CustomerCreated(SECOND, FIRST, "cafe-zurich", DETAILS),
                new CustomerDetailsChanged(SECOND, FIRST, DETAILS),
                new OperatorInstalled(FIRST, "admin"),
                new ApiKeyIssued(
                        THIRD,
                        FIRST,
                        SECOND,
                        "customer",
                        "ingest of production",
                        "tsk_live_0Ab1Cd2E",
                        Set.of("write")),
                new ApiKeyRevoked(THIRD, FIRST, SECOND),
                new LoginSucceeded(FIRST, "admin"),
                new MemberInvited(
                        THIRD,
                        FIRST,
                        SECOND,
                        "ada@cafe.example",
                        "manager",
                        Instant.parse("2026-03-08T12:00:00Z")),
                new InvitationAccepted(
                        THIRD, FOURTH, FIRST, SECOND, "ada@cafe.example", "Ada Frey", "manager"),
                new InvitationRevoked(THIRD, FIRST, SECOND),
                new MemberRoleChanged(FOURTH, FIRST, SECOND, "admin"),
                new MemberRemoved(FOURTH, FIRST, SECOND),
                new MemberDetailsChanged(FOURTH, FIRST, SECOND, "Ada Frei", "ada@frei.example"),
                new MemberEmailRequested(
                        FOURTH,
                        FIRST,
                        SECOND,
                        "ada@frei.example",
                        Instant.parse("2026-03-02T12:00:00Z")),
                new MemberPasswordChanged(FOURTH, FIRST, SECOND),
                new MemberSignedOutEverywhere(FOURTH, FIRST, SECOND),
                new MemberAvatarChanged(FOURTH, FIRST, SECOND, "9f".repeat(32)),
                new ApiLimitsChanged(SECOND, FIRST, "enterprise", 12_000),
                new TeamChanged(SECOND, FIRST, true, 25),
                new ProjectionReplayRequested("usage", "a meter was added"),
                new ProjectionReplayCancelled("usage"),
                new SystemLogRead(FIRST, SECOND, "type=login&q=Ada"),
                new SystemLogExported(FIRST, SECOND, "type=login&q=Ada", "csv"));
    }
}
