/// One class per claim about speed, and what they share: a server, a load, a yardstick.
@NullMarked
package io.tallystick.bench;

import org.jspecify.annotations.NullMarked;
