/// What a request is shown of the work schema, and the wall that holds readers to their tenant.
@NullMarked
package io.tallystick.edge.wall;

import org.jspecify.annotations.NullMarked;
