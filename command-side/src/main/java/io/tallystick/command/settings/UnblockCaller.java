package io.tallystick.command.settings;

import io.tallystick.edge.lookup.Customers.Customer;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets a caller through again.
///
/// @param number as E.164 writes it
public record UnblockCaller(UUID tenantId, UUID customerId, String number) {

    /// @throws io.tallystick.edge.problem.ApiProblem 400 for what is not the number of one caller
    public static UnblockCaller of(UUID tenantId, Customer customer, @Nullable String number) {
        return new UnblockCaller(
                tenantId, customer.customerId(), CallerRule.number(number, customer.country()));
    }

    @Override
    public String toString() {
        return "UnblockCaller[" + customerId + "]";
    }
}
