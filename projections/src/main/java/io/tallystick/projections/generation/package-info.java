/// Generations of projections: how they run, how one is rebuilt beside the live one, and how they
/// are swapped.
@NullMarked
package io.tallystick.projections.generation;

import org.jspecify.annotations.NullMarked;
