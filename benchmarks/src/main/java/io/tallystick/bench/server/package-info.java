/// The packaged server and the PostgreSQL that it brings.
@NullMarked
package io.tallystick.bench.server;

import org.jspecify.annotations.NullMarked;
