/// How commands are sent: with their caller, and back with their position.
@NullMarked
package io.tallystick.command;

import org.jspecify.annotations.NullMarked;
