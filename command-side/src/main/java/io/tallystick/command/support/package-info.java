/// Tickets of customers.
@NullMarked
package io.tallystick.command.support;

import org.jspecify.annotations.NullMarked;
