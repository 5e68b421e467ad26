package io.tallystick.projections.contacts;

import java.util.Comparator;
import java.util.UUID;

/// Somebody whom a customer calls. Two customers may give the same id.
record Contact(UUID tenantId, UUID customerId, String contactId) {

    static final Comparator<Contact> ORDER =
            Comparator.comparing(Contact::tenantId)
                    .thenComparing(Contact::customerId)
                    .thenComparing(Contact::contactId);
}
