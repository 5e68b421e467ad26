/// An API on real tables for the tests of this module.
@NullMarked
package io.tallystick.query.testing;

import org.jspecify.annotations.NullMarked;
