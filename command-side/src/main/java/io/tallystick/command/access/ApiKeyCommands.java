package io.tallystick.command.access;

import io.tallystick.command.Facts;
import io.tallystick.edge.caller.ApiKeySecret;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.ApiKeys;
import io.tallystick.edge.lookup.ApiKeys.ApiKey;
import io.tallystick.edge.lookup.KeyOwner;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.access.AccessEvent.ApiKeyIssued;
import io.tallystick.events.access.AccessEvent.ApiKeyRevoked;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.axonframework.commandhandling.CommandHandler;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// Keys are no aggregates: how many a customer has, and whether one is revoked, is decided by the
/// look-up, whose rows nodes lock in turn.
@Component
class ApiKeyCommands {

    private final Facts facts;
    private final ApiKeys keys;
    private final LastOperatorKey lastOperatorKey;

    ApiKeyCommands(Facts facts, ApiKeys keys, LastOperatorKey lastOperatorKey) {
        this.facts = facts;
        this.keys = keys;
        this.lastOperatorKey = lastOperatorKey;
    }

    @CommandHandler
    Instant decide(IssueApiKey command) {
        ApiKey key = command.key();
        if (key.customerId() != null) {
            requireRoom(key.tenantId(), key.customerId());
        }
        if (!keys.reserve(key, ApiKeySecret.hash(command.secret()))) {
            throw new IllegalStateException("a secret was made twice");
        }
        return facts.publish(
                new ApiKeyIssued(
                        key.keyId(),
                        key.tenantId(),
                        key.customerId(),
                        key.scope(),
                        key.name(),
                        key.prefix(),
                        Set.of(Permission.names(key.permissions()))),
                key.tenantId());
    }

    private void requireRoom(UUID tenantId, UUID customerId) {
        if (!keys.hasRoomFor(tenantId, customerId)) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "api_key_limit",
                    "The customer has "
                            + ApiKeys.ACTIVE_PER_CUSTOMER_MAX
                            + " active keys. Revoke one first.");
        }
        if (!keys.areAllowed(tenantId, customerId)) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "api_access_required",
                    "The customer has no API access, so no key of it would work.");
        }
    }

    /// To revoke again is no fault and no fact.
    @CommandHandler
    void decide(RevokeApiKey command) {
        KeyOwner owner = command.owner();
        if (owner.isOperators()) {
            lastOperatorKey.requireAnother(command.keyId());
        }
        switch (keys.revoke(owner, command.keyId())) {
            case NOW ->
                    facts.publish(
                            new ApiKeyRevoked(
                                    command.keyId(), owner.tenantId(), owner.customerId()),
                            owner.tenantId());
            case BEFORE -> {}
            case ABSENT -> throw ApiProblem.notFound("api_key");
        }
    }
}
