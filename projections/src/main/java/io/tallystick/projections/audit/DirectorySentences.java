package io.tallystick.projections.audit;

import static io.tallystick.events.audit.LogType.DATA_CHANGE;
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
import java.util.UUID;

/// Tells of partners, customers, their keys, and who signed in.
final class DirectorySentences {

    private DirectorySentences() {}

    static Story of(AccessEvent event, Actor actor) {
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

    static Story customer(UUID customerId, UUID partnerId) {
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
}
