/// Runs the projections of this node and begins their rebuilds.
@NullMarked
package io.tallystick.app.projection;

import org.jspecify.annotations.NullMarked;
