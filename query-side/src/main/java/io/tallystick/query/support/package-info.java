/// Tickets of customers, for the customer and for its partner.
@NullMarked
package io.tallystick.query.support;

import org.jspecify.annotations.NullMarked;
