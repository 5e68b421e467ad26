/// Projections that run as in production, for the tests of this module and of those that read what
/// they write.
@NullMarked
package io.tallystick.projections.testing;

import org.jspecify.annotations.NullMarked;
