/// When something is sent, and when it is tried again.
@NullMarked
package io.tallystick.effects.delivery;

import org.jspecify.annotations.NullMarked;
