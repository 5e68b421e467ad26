/// Facts about webhooks: whom other systems of customers are told through.
@NullMarked
package io.tallystick.events.webhooks;

import org.jspecify.annotations.NullMarked;
