/// Pure arithmetic of metering: no Spring, no clock, no I/O.
@NullMarked
package io.tallystick.rating;

import org.jspecify.annotations.NullMarked;
