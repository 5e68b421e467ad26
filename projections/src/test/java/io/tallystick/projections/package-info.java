/// What all projections share.
@NullMarked
package io.tallystick.projections;

import org.jspecify.annotations.NullMarked;
