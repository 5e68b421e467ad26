/// Tests of what is set.
@NullMarked
package io.tallystick.command.settings;

import org.jspecify.annotations.NullMarked;
