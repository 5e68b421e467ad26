/// What texts that people give may be made of.
@NullMarked
package io.tallystick.edge.text;

import org.jspecify.annotations.NullMarked;
