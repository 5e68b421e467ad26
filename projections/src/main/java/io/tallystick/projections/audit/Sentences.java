package io.tallystick.projections.audit;

import static io.tallystick.events.audit.LogType.API_CALL;
import static io.tallystick.events.audit.LogType.DATA_CHANGE;
import static io.tallystick.events.audit.LogType.EXPORT;
import static io.tallystick.events.audit.LogType.INTEGRATION;
import static io.tallystick.events.audit.LogType.LOGIN;

import io.tallystick.events.access.AccessEvent;
import io.tallystick.events.access.AccessEvent.ApiKeyIssued;
import io.tallystick.events.access.AccessEvent.ApiKeyRevoked;
import io.tallystick.events.access.AccessEvent.CustomerCreated;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import io.tallystick.events.access.AccessEvent.CustomerDetailsChanged;
import io.tallystick.events.access.AccessEvent.LoginSucceeded;
import io.tallystick.events.access.AccessEvent.OperatorInstalled;
import io.tallystick.events.access.AccessEvent.PartnerCreated;
import io.tallystick.events.access.MemberEvent;
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
import io.tallystick.events.audit.AuditEvent;
import io.tallystick.events.audit.AuditEvent.ProjectionReplayCancelled;
import io.tallystick.events.audit.AuditEvent.ProjectionReplayRequested;
import io.tallystick.events.audit.AuditEvent.SystemLogExported;
import io.tallystick.events.audit.AuditEvent.SystemLogRead;
import io.tallystick.events.audit.LogType;
import io.tallystick.events.billing.PayoutEvent;
import io.tallystick.events.billing.PayoutEvent.PayoutAddressRequested;
import io.tallystick.events.billing.PayoutEvent.PayoutAddressSet;
import io.tallystick.events.settings.BlockedCallerEvent;
import io.tallystick.events.settings.BlockedCallerEvent.CallerBlocked;
import io.tallystick.events.settings.BlockedCallerEvent.CallerUnblocked;
import io.tallystick.events.settings.PartnerSettingsEvent;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerAddOnsChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerBrandingChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerSenderChanged;
import io.tallystick.events.settings.PartnerSettingsEvent.PartnerStorageChanged;
import io.tallystick.events.settings.SettingsEvent;
import io.tallystick.events.settings.SettingsEvent.AccountChanged;
import io.tallystick.events.settings.SettingsEvent.AiCreditsChanged;
import io.tallystick.events.settings.SettingsEvent.ApiLimitsChanged;
import io.tallystick.events.settings.SettingsEvent.BrandingChanged;
import io.tallystick.events.settings.SettingsEvent.DemoChanged;
import io.tallystick.events.settings.SettingsEvent.FeaturesChanged;
import io.tallystick.events.settings.SettingsEvent.KnowledgeBaseChanged;
import io.tallystick.events.settings.SettingsEvent.MenuChanged;
import io.tallystick.events.settings.SettingsEvent.PortalChanged;
import io.tallystick.events.settings.SettingsEvent.PricingChanged;
import io.tallystick.events.settings.SettingsEvent.QualifiedCallsChanged;
import io.tallystick.events.settings.SettingsEvent.TeamChanged;
import io.tallystick.events.settings.SettingsEvent.UsageChanged;
import io.tallystick.events.support.SupportEvent;
import io.tallystick.events.support.SupportEvent.TicketClosed;
import io.tallystick.events.support.SupportEvent.TicketCommented;
import io.tallystick.events.support.SupportEvent.TicketOpened;
import io.tallystick.events.support.SupportEvent.TicketReopened;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The one place that tells facts to people. A new fact does not compile until it has a case here,
/// and a feature that nobody added to the first switch fails the test that tells every sample.
final class Sentences {

    private Sentences() {}

    /// @throws IllegalStateException for what is no fact
    static Story of(Object fact, Actor actor) {
        return switch (fact) {
            case AccessEvent event -> access(event, actor);
            case MemberEvent event -> member(event);
            case SettingsEvent event -> settings(event);
            case PartnerSettingsEvent event -> partner(event);
            case BlockedCallerEvent event -> caller(event);
            case PayoutEvent event -> payout(event);
            case SupportEvent event -> ticket(event);
            case AuditEvent event -> audit(event);
            // The features share no sealed type, because they are in packages of their own.
            default -> throw new IllegalStateException("nobody tells " + fact.getClass());
        };
    }

    private static Story access(AccessEvent event, Actor actor) {
        return switch (event) {
            case PartnerCreated(var partnerId, var key, var name) ->
                    Story.about(DATA_CHANGE, partnerId, null, "partner", partnerId)
                            .called(name)
                            .set("key", key)
                            .set("name", name)
                            .says("The partner %s was created.".formatted(name));
            case CustomerCreated(var customerId, var partnerId, var key, var details) ->
                    details(customer(customerId, partnerId).set("key", key), details)
                            .says("The customer %s was created.".formatted(details.name()));
            case CustomerDetailsChanged(var customerId, var partnerId, var details) ->
                    details(customer(customerId, partnerId), details)
                            .says(it ->
                                    "Details of the customer %s were changed."
                                            .formatted(it.label()));
            case OperatorInstalled(var operatorId, var login) ->
                    Story.about(DATA_CHANGE, null, null, "operator", operatorId)
                            .called(login)
                            .set("login", login)
                            .says("The operator %s was installed.".formatted(login));
            case ApiKeyIssued issued -> issued(issued);
            case ApiKeyRevoked(var keyId, var partnerId, var customerId) ->
                    Story.about(INTEGRATION, partnerId, customerId, "api_key", keyId)
                            .set("active", false)
                            .says(it -> "The API key %s was revoked.".formatted(it.label()));
            case LoginSucceeded(var accountId, var login) ->
                    account(accountId, actor).says("%s signed in.".formatted(login));
        };
    }

    private static Story customer(UUID customerId, UUID partnerId) {
        return Story.about(DATA_CHANGE, partnerId, customerId, "customer", customerId);
    }

    private static Story details(Story story, CustomerDetails details) {
        return story.called(details.name())
                .set("name", details.name())
                .set("timeZone", details.timeZone())
                .set("currency", details.currency())
                .set("country", details.country())
                .set("email", details.email());
    }

    private static Story issued(ApiKeyIssued key) {
        boolean operators = key.scope().equals("operator");
        return Story.about(
                        INTEGRATION,
                        operators ? null : key.partnerId(),
                        key.customerId(),
                        "api_key",
                        key.keyId())
                .called(key.name())
                .set("name", key.name())
                .set("scope", key.scope())
                .set("prefix", key.prefix())
                .set("permissions", key.permissions().stream().sorted().toList())
                .set("active", true)
                .says("The API key %s was issued.".formatted(key.name()));
    }

    /// Operators belong to no partner, whatever partner they look at when they sign in.
    private static Story account(UUID accountId, Actor actor) {
        return actor.isMember()
                ? Story.about(LOGIN, actor.tenantId(), actor.customerId(), "member", accountId)
                : Story.about(LOGIN, null, null, "operator", accountId);
    }

    private static Story member(MemberEvent event) {
        return switch (event) {
            case MemberInvited invited ->
                    Story.about(
                                    DATA_CHANGE,
                                    invited.partnerId(),
                                    invited.customerId(),
                                    "invitation",
                                    invited.invitationId())
                            .called(invited.email())
                            .set("email", invited.email())
                            .set("role", invited.role())
                            .set("expiresAt", invited.expiresAt().toString())
                            .says(
                                    "%s was invited to be %s."
                                            .formatted(invited.email(), article(invited.role())));
            case InvitationAccepted accepted ->
                    member(
                                    DATA_CHANGE,
                                    accepted.memberId(),
                                    accepted.partnerId(),
                                    accepted.customerId())
                            .called(accepted.name())
                            .set("name", accepted.name())
                            .set("email", accepted.email())
                            .set("role", accepted.role())
                            .says(
                                    "%s accepted an invitation and is %s."
                                            .formatted(accepted.name(), article(accepted.role())));
            case InvitationRevoked(var invitationId, var partnerId, var customerId) ->
                    Story.about(DATA_CHANGE, partnerId, customerId, "invitation", invitationId)
                            .ending()
                            .says(it -> "The invitation of %s was revoked.".formatted(it.label()));
            case MemberRoleChanged(var memberId, var partnerId, var customerId, var role) ->
                    member(DATA_CHANGE, memberId, partnerId, customerId)
                            .set("role", role)
                            .says(it ->
                                    "The role of %s is %s and was %s."
                                            .formatted(it.label(), role, it.was("role")));
            case MemberRemoved(var memberId, var partnerId, var customerId) ->
                    member(DATA_CHANGE, memberId, partnerId, customerId)
                            .ending()
                            .says(it -> "%s is no member any more.".formatted(it.label()));
            case MemberDetailsChanged changed ->
                    member(
                                    DATA_CHANGE,
                                    changed.memberId(),
                                    changed.partnerId(),
                                    changed.customerId())
                            .called(changed.name())
                            .set("name", changed.name())
                            .set("email", changed.email())
                            .says(it -> "%s changed name or e-mail.".formatted(it.label()));
            case MemberEmailRequested requested ->
                    member(
                                    DATA_CHANGE,
                                    requested.memberId(),
                                    requested.partnerId(),
                                    requested.customerId())
                            .says(it ->
                                    "%s wants to sign in with %s."
                                            .formatted(it.label(), requested.email()));
            case MemberPasswordChanged(var memberId, var partnerId, var customerId) ->
                    member(DATA_CHANGE, memberId, partnerId, customerId)
                            .says(it -> "%s changed the password.".formatted(it.label()));
            case MemberSignedOutEverywhere(var memberId, var partnerId, var customerId) ->
                    member(LOGIN, memberId, partnerId, customerId)
                            .says(it -> "%s signed out everywhere.".formatted(it.label()));
            case MemberAvatarChanged(var memberId, var partnerId, var customerId, var sha256) ->
                    member(DATA_CHANGE, memberId, partnerId, customerId)
                            .set("picture", sha256)
                            .says(it ->
                                    (sha256 == null
                                                    ? "%s removed the picture."
                                                    : "%s changed the picture.")
                                            .formatted(it.label()));
        };
    }

    private static Story member(
            LogType type, UUID memberId, UUID partnerId, @Nullable UUID customerId) {
        return Story.about(type, partnerId, customerId, "member", memberId);
    }

    /// As in "an owner".
    private static String article(String role) {
        boolean vowel = !role.isEmpty() && "aeiou".indexOf(role.charAt(0)) >= 0;
        return (vowel ? "an " : "a ") + role;
    }

    private static Story settings(SettingsEvent event) {
        return switch (event) {
            case ApiLimitsChanged(var customerId, var partnerId, var tier, var requestsPerMinute) ->
                    customer(customerId, partnerId)
                            .set("apiLimits.tier", tier)
                            .set("apiLimits.requestsPerMinute", requestsPerMinute)
                            .says(it ->
                                    "The API limits of %s are those of the tier %s."
                                            .formatted(it.label(), tier));
            case TeamChanged(var customerId, var partnerId, var enabled, var max) ->
                    customer(customerId, partnerId)
                            .set("team.enabled", enabled)
                            .set("team.max", max)
                            .says(it ->
                                    "The team of %s is switched %s, for %s."
                                            .formatted(
                                                    it.label(),
                                                    enabled ? "on" : "off",
                                                    max == null
                                                            ? "any number of people"
                                                            : "at most " + max + " people"));
            case PortalChanged changed -> section(changed, "portal", "The portal", changed.after());
            case FeaturesChanged changed ->
                    section(changed, "features", "The add-ons", changed.after());
            case MenuChanged changed -> section(changed, "menu", "The menu", changed.after());
            case BrandingChanged changed ->
                    section(changed, "branding", "The look", changed.after());
            case AiCreditsChanged changed ->
                    section(changed, "aiCredits", "Charging by credits", changed.after());
            case PricingChanged changed ->
                    section(changed, "pricing", "What is shown of prices", changed.after());
            case KnowledgeBaseChanged changed ->
                    section(changed, "knowledgeBase", "The knowledge base", changed.after());
            case QualifiedCallsChanged changed ->
                    section(changed, "qualifiedCalls", "What is a qualified call", changed.after());
            case UsageChanged changed ->
                    section(changed, "usage", "How usage is taken in", changed.after());
            case DemoChanged changed -> section(changed, "demo", "The demo", changed.after());
            case AccountChanged changed ->
                    section(changed, "account", "The account", changed.after());
        };
    }

    private static Story section(SettingsEvent event, String key, String what, Record after) {
        return section(customer(event.customerId(), event.partnerId()), key, what, after);
    }

    /// Each field is a value of its own, so that the log tells which of them changed.
    private static Story section(Story about, String key, String what, Record after) {
        Story story = about;
        for (RecordComponent field : after.getClass().getRecordComponents()) {
            story = story.set(key + "." + field.getName(), value(field, after));
        }
        return story.says(it -> "%s of %s changed.".formatted(what, it.label()));
    }

    private static @Nullable Object value(RecordComponent field, Record of) {
        try {
            Object value = field.getAccessor().invoke(of);
            return value instanceof BigDecimal number ? number.toPlainString() : value;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field + " cannot be read", e);
        }
    }

    /// What people wrote is in the ticket, and not in the log for everybody who reads that.
    private static Story ticket(SupportEvent event) {
        Story story =
                Story.about(
                        DATA_CHANGE,
                        event.partnerId(),
                        event.customerId(),
                        "support_ticket",
                        event.ticketId());
        return switch (event) {
            case TicketOpened opened ->
                    story.called(opened.subject())
                            .set("subject", opened.subject())
                            .set("priority", opened.priority())
                            .set("state", "open")
                            .says(
                                    "The ticket \"%s\" was opened with the priority %s."
                                            .formatted(opened.subject(), opened.priority()));
            case TicketCommented _ ->
                    story.says(it ->
                            "Something was written below the ticket \"%s\".".formatted(it.label()));
            case TicketClosed _ ->
                    story.set("state", "closed")
                            .says(it -> "The ticket \"%s\" was closed.".formatted(it.label()));
            case TicketReopened _ ->
                    story.set("state", "open")
                            .says(it ->
                                    "The ticket \"%s\" was opened again.".formatted(it.label()));
        };
    }

    private static Story payout(PayoutEvent event) {
        return switch (event) {
            case PayoutAddressRequested(
                            var memberId,
                            var partnerId,
                            var customerId,
                            var email,
                            _) ->
                    member(DATA_CHANGE, memberId, partnerId, customerId)
                            .says(it -> "%s wants to be paid at %s.".formatted(it.label(), email));
            case PayoutAddressSet(var memberId, var partnerId, var customerId, var email) ->
                    member(DATA_CHANGE, memberId, partnerId, customerId)
                            .set("payoutEmail", email)
                            .says(it -> "%s is paid at %s.".formatted(it.label(), email));
        };
    }

    private static Story caller(BlockedCallerEvent event) {
        return switch (event) {
            case CallerBlocked(var blockId, var customerId, var partnerId, var number) ->
                    caller(blockId, customerId, partnerId, number)
                            .set("blocked", true)
                            .says("The caller %s was blocked.".formatted(number));
            case CallerUnblocked(var blockId, var customerId, var partnerId, var number) ->
                    caller(blockId, customerId, partnerId, number)
                            .set("blocked", false)
                            .says("The caller %s is let through again.".formatted(number));
        };
    }

    /// The target's id is shown to everybody, so it is no number.
    private static Story caller(UUID blockId, UUID customerId, UUID partnerId, String number) {
        return Story.about(DATA_CHANGE, partnerId, customerId, "blocked_caller", blockId)
                .called(number);
    }

    private static Story partner(UUID partnerId) {
        return Story.about(DATA_CHANGE, partnerId, null, "partner", partnerId);
    }

    private static Story partner(PartnerSettingsEvent event) {
        return switch (event) {
            case PartnerStorageChanged(var partnerId, _, var afterMb) ->
                    partner(partnerId)
                            .set("storageMb", afterMb)
                            .says(it ->
                                    "%s has %d MB of storage for its customers."
                                            .formatted(it.label(), afterMb));
            case PartnerBrandingChanged changed ->
                    section(partner(changed.partnerId()), "branding", "The brand", changed.after());
            case PartnerSenderChanged changed ->
                    section(
                            partner(changed.partnerId()),
                            "sender",
                            "The sender of mails",
                            changed.after());
            case PartnerAddOnsChanged changed ->
                    section(
                            partner(changed.partnerId()),
                            "addOns",
                            "What may be given to customers",
                            changed.after());
        };
    }

    private static Story audit(AuditEvent event) {
        return switch (event) {
            case ProjectionReplayRequested(var projection, var reason) ->
                    projection(projection)
                            .says(
                                    "A rebuild of the projection %s was asked for: %s"
                                            .formatted(projection, reason));
            case ProjectionReplayCancelled(var projection) ->
                    projection(projection)
                            .says(
                                    "The rebuild of the projection %s was cancelled."
                                            .formatted(projection));
            case SystemLogRead(var partnerId, var customerId, var filter) ->
                    log(API_CALL, partnerId, customerId)
                            .says("The system log was read%s.".formatted(by(filter)));
            case SystemLogExported(var partnerId, var customerId, var filter, var format) ->
                    log(EXPORT, partnerId, customerId)
                            .says(
                                    "The system log was exported as %s%s."
                                            .formatted(format, by(filter)));
        };
    }

    private static Story projection(String name) {
        return Story.about(DATA_CHANGE, null, null, "projection", name).called(name);
    }

    private static Story log(LogType type, @Nullable UUID partnerId, @Nullable UUID customerId) {
        String id =
                customerId != null
                        ? customerId.toString()
                        : partnerId == null ? "installation" : partnerId.toString();
        return Story.about(type, partnerId, customerId, "system_log", id).called("System log");
    }

    private static String by(String filter) {
        return filter.isEmpty() ? "" : " with the filter " + filter;
    }
}
