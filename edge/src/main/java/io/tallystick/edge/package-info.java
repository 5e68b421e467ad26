/// What every HTTP endpoint shares.
@NullMarked
package io.tallystick.edge;

import org.jspecify.annotations.NullMarked;
