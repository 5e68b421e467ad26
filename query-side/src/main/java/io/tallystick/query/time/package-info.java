/// Times and zones as clients write them.
@NullMarked
package io.tallystick.query.time;

import org.jspecify.annotations.NullMarked;
