/// What operators do to the installation.
@NullMarked
package io.tallystick.command.audit;

import org.jspecify.annotations.NullMarked;
