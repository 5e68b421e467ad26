/// Tests of where webhooks may be sent.
@NullMarked
package io.tallystick.edge.webhook;

import org.jspecify.annotations.NullMarked;
