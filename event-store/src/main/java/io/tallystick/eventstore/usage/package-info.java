/// The usage lane: group commit, idempotency and the rows behind a chunk.
@NullMarked
package io.tallystick.eventstore.usage;

import org.jspecify.annotations.NullMarked;
