/// Cheap senders: they share the processors with what they measure.
@NullMarked
package io.tallystick.bench.load;

import org.jspecify.annotations.NullMarked;
