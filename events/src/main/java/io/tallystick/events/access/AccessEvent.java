package io.tallystick.events.access;

import io.tallystick.events.EventName;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Facts about partners, customers and the people and keys that act for them. Secrets and password
/// hashes are never part of a fact: the log keeps everything for ever, and a credential must be
/// able to disappear.
public sealed interface AccessEvent {

    /// A partner (reseller) was created. It is a tenant from here on; its key never changes.
    @EventName("access.PartnerCreated")
    record PartnerCreated(UUID partnerId, String key, String name) implements AccessEvent {}

    /// A partner gained a customer. The customer's key is unique in the partner and never changes:
    /// it is the `subject` of usage events.
    @EventName("access.CustomerCreated")
    record CustomerCreated(UUID customerId, UUID partnerId, String key, CustomerDetails details)
            implements AccessEvent {}

    /// Details of a customer changed; the event carries all of them as they are now.
    @EventName("access.CustomerDetailsChanged")
    record CustomerDetailsChanged(UUID customerId, UUID partnerId, CustomerDetails details)
            implements AccessEvent {}

    /// The account with which the operator signs in to the pages was installed.
    @EventName("access.OperatorInstalled")
    record OperatorInstalled(UUID operatorId, String login) implements AccessEvent {}

    /// A key of the API was issued. `prefix` is what a person may see of it.
    @EventName("access.ApiKeyIssued")
    record ApiKeyIssued(
            UUID keyId, String scope, String name, String prefix, Set<String> permissions)
            implements AccessEvent {}

    /// Somebody signed in to the pages.
    @EventName("access.LoginSucceeded")
    record LoginSucceeded(UUID accountId, String login) implements AccessEvent {}

    /// What may change of a customer.
    ///
    /// @param timeZone IANA name; the customer's days and months are those of this zone
    /// @param currency ISO 4217 code
    /// @param country ISO 3166-1 alpha-2 code; numbers without a country prefix are read in it
    record CustomerDetails(
            String name,
            String timeZone,
            String currency,
            String country,
            @Nullable String email) {}
}
