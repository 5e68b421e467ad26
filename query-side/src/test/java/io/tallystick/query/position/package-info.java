/// Positions as Axon stores them.
@NullMarked
package io.tallystick.query.position;

import org.jspecify.annotations.NullMarked;
