/// What operators are told of projections.
@NullMarked
package io.tallystick.query.projections;

import org.jspecify.annotations.NullMarked;
