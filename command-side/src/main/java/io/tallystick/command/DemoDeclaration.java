package io.tallystick.command;

import java.util.UUID;

/// Says of a customer that comes to be that it is one to look at and not to bill. It happens in the
/// transaction in which the customer comes to be, so that it is a demo from the first moment on.
public interface DemoDeclaration {

    void declare(UUID tenantId, UUID customerId);
}
