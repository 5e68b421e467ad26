/// Usage of customers, read from the rollup of meters.
@NullMarked
package io.tallystick.query.usage;

import org.jspecify.annotations.NullMarked;
