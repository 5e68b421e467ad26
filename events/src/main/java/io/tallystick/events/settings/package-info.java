/// What customers and partners set.
@NullMarked
package io.tallystick.events.settings;

import org.jspecify.annotations.NullMarked;
