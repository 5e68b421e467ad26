/// Groups that follow the log with tables of the work schema.
@NullMarked
package io.tallystick.command.group;

import org.jspecify.annotations.NullMarked;
