/// The arrows between the rooms.
@NullMarked
package io.tallystick.app.architecture;

import org.jspecify.annotations.NullMarked;
