/// Tickets of customers.
@NullMarked
package io.tallystick.projections.support;

import org.jspecify.annotations.NullMarked;
