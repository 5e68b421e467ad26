/// Positions of the log in headers: read your own writes.
@NullMarked
package io.tallystick.edge.position;

import org.jspecify.annotations.NullMarked;
