/// Several packaged servers work on one database, and some of them are killed or frozen.
@NullMarked
package io.tallystick.app.nodes;

import org.jspecify.annotations.NullMarked;
