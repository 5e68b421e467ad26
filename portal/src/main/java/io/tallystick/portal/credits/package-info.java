/// Credits of a customer: the balance, what was burned, and what the partner gives and takes.
@NullMarked
package io.tallystick.portal.credits;

import org.jspecify.annotations.NullMarked;
