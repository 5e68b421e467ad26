/// Partners, customers, operators and keys: who exists and who may do what.
@NullMarked
package io.tallystick.command.access;

import org.jspecify.annotations.NullMarked;
