/// Wiring of the log: Axon, the storage engine and the appender.
@NullMarked
package io.tallystick.app.log;

import org.jspecify.annotations.NullMarked;
