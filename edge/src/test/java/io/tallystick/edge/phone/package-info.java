@NullMarked
package io.tallystick.edge.phone;

import org.jspecify.annotations.NullMarked;
