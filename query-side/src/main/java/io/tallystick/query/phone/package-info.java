/// Telephone numbers for those who may not see the whole of them.
@NullMarked
package io.tallystick.query.phone;

import org.jspecify.annotations.NullMarked;
