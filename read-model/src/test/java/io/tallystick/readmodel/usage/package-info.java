/// How group values are read.
@NullMarked
package io.tallystick.readmodel.usage;

import org.jspecify.annotations.NullMarked;
