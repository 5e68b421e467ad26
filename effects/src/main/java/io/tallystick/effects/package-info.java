/// What reaches the outside: it sends what others wrote down, and decides nothing.
@NullMarked
package io.tallystick.effects;

import org.jspecify.annotations.NullMarked;
