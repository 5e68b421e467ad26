/// Facts about AI credits.
@NullMarked
package io.tallystick.events.credits;

import org.jspecify.annotations.NullMarked;
