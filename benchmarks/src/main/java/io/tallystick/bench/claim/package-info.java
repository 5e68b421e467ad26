/// The claims.
@NullMarked
package io.tallystick.bench.claim;

import org.jspecify.annotations.NullMarked;
