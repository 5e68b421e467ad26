/// Tests of the log on real PostgreSQL.
@NullMarked
package io.tallystick.eventstore;

import org.jspecify.annotations.NullMarked;
