/// Sends webhooks, signed as Standard Webhooks say, and nowhere inside.
@NullMarked
package io.tallystick.effects.webhooks;

import org.jspecify.annotations.NullMarked;
