/// The vocabulary of the log: stable event names and the features that own them.
@NullMarked
package io.tallystick.events;

import org.jspecify.annotations.NullMarked;
