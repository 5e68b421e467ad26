/// Usage rows folded to quarters of an hour, and the steps of levels.
@NullMarked
package io.tallystick.projections.usage;

import org.jspecify.annotations.NullMarked;
