/// Look-ups in the work schema: what commands decided, readable by the next request.
@NullMarked
package io.tallystick.edge.lookup;

import org.jspecify.annotations.NullMarked;
