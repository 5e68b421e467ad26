/// The directory of partners and customers.
@NullMarked
package io.tallystick.projections.access;

import org.jspecify.annotations.NullMarked;
