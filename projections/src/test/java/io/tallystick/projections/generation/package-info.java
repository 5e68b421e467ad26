/// Rebuilds beside what readers see, on real tables.
@NullMarked
package io.tallystick.projections.generation;

import org.jspecify.annotations.NullMarked;
