/// The rules of the built-in event types.
@NullMarked
package io.tallystick.ingest.usage;

import org.jspecify.annotations.NullMarked;
