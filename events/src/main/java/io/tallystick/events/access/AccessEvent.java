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

    /// A key of the API was issued.
    ///
    /// @param partnerId the tenant that it acts in; of an operator's key the one that is always
    ///   there
    /// @param customerId the only customer that it acts for, null for all of the partner
    /// @param scope `operator`, `partner` or `customer`
    /// @param prefix what a person may see of it again
    /// @param permissions in lower case
    @EventName(value = "access.ApiKeyIssued", revision = 2)
    record ApiKeyIssued(
            UUID keyId,
            UUID partnerId,
            @Nullable UUID customerId,
            String scope,
            String name,
            String prefix,
            Set<String> permissions)
            implements AccessEvent {}

    /// A key of the API was revoked, for ever. No usage that was sent with it has a higher
    /// position.
    @EventName("access.ApiKeyRevoked")
    record ApiKeyRevoked(UUID keyId, UUID partnerId, @Nullable UUID customerId)
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
