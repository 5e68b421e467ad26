/// Tests of the usage lane on real PostgreSQL.
@NullMarked
package io.tallystick.eventstore.usage;

import org.jspecify.annotations.NullMarked;
