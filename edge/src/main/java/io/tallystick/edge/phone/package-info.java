/// Telephone numbers in the one form in which they are kept and compared.
@NullMarked
package io.tallystick.edge.phone;

import org.jspecify.annotations.NullMarked;
