/// Facts about money.
@NullMarked
package io.tallystick.events.billing;

import org.jspecify.annotations.NullMarked;
