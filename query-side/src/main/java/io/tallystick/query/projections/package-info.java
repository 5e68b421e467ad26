/// How far the projections are, for those who run the installation.
@NullMarked
package io.tallystick.query.projections;

import org.jspecify.annotations.NullMarked;
