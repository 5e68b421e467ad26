/// Tests of webhook endpoints and of what is told to them.
@NullMarked
package io.tallystick.command.webhooks;

import org.jspecify.annotations.NullMarked;
