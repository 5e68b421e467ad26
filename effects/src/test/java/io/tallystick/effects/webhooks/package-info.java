/// Tests of how webhooks are sent.
@NullMarked
package io.tallystick.effects.webhooks;

import org.jspecify.annotations.NullMarked;
