/// Wiring of the log: Axon, the storage engine, the appender and the processors.
@NullMarked
package io.tallystick.app.log;

import org.jspecify.annotations.NullMarked;
