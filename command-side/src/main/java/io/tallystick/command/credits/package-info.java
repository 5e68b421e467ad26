/// AI credits: the commands that give, hold and take them, and the ledger that follows the log.
@NullMarked
package io.tallystick.command.credits;

import org.jspecify.annotations.NullMarked;
