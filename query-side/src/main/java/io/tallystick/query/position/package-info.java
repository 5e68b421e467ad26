/// How far the projections are, and answers that say which position they include.
@NullMarked
package io.tallystick.query.position;

import org.jspecify.annotations.NullMarked;
