@NullMarked
package io.tallystick.command.credits;

import org.jspecify.annotations.NullMarked;
