/// Whom other systems of customers are told through, and what became of it.
@NullMarked
package io.tallystick.query.webhooks;

import org.jspecify.annotations.NullMarked;
