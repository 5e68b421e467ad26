/// How long, how much processor, and against which yardstick.
@NullMarked
package io.tallystick.bench.measure;

import org.jspecify.annotations.NullMarked;
