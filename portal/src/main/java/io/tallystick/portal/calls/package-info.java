/// The calls of a customer.
@NullMarked
package io.tallystick.portal.calls;

import org.jspecify.annotations.NullMarked;
