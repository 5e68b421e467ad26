/// The ingest endpoint seen from outside, on a real PostgreSQL.
@NullMarked
package io.tallystick.ingest;

import org.jspecify.annotations.NullMarked;
