package io.tallystick.command.settings;

import io.tallystick.edge.lookup.BlockedCallers.BlockedCaller;
import io.tallystick.edge.lookup.Customers.Customer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lets a caller through no more. The command answers what holds afterwards: the block that there
/// was already, or this one.
public record BlockCaller(UUID tenantId, UUID customerId, BlockedCaller caller) {

    /// @throws io.tallystick.edge.problem.ApiProblem 400 for what is not the number of one caller
    public static BlockCaller of(
            UUID tenantId, Customer customer, @Nullable String number, UUID blockId, Instant at) {
        var caller =
                new BlockedCaller(
                        blockId,
                        CallerRule.number(number, customer.country()),
                        at.truncatedTo(ChronoUnit.MILLIS));
        return new BlockCaller(tenantId, customer.customerId(), caller);
    }

    @Override
    public String toString() {
        return "BlockCaller[" + customerId + ", " + caller.blockId() + "]";
    }
}
