/// Webhook endpoints of a customer, and what was delivered to them.
@NullMarked
package io.tallystick.portal.webhooks;

import org.jspecify.annotations.NullMarked;
