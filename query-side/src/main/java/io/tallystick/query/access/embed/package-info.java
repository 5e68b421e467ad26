/// Links that open a part of a customer's portal somewhere else.
@NullMarked
package io.tallystick.query.access.embed;

import org.jspecify.annotations.NullMarked;
