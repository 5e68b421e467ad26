/// One ordered log on PostgreSQL: Axon's storage engine for facts, the stream that projections
/// follow.
@NullMarked
package io.tallystick.eventstore;

import org.jspecify.annotations.NullMarked;
