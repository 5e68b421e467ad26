/// Facts about tickets.
@NullMarked
package io.tallystick.events.support;

import org.jspecify.annotations.NullMarked;
