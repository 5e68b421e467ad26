/// Usage tables against independent arithmetic.
@NullMarked
package io.tallystick.projections.usage;

import org.jspecify.annotations.NullMarked;
