/// Whom other systems of customers are told through, and what is to be delivered to them.
@NullMarked
package io.tallystick.command.webhooks;

import org.jspecify.annotations.NullMarked;
