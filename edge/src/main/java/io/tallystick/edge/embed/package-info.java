/// What embed URLs show and where.
@NullMarked
package io.tallystick.edge.embed;

import org.jspecify.annotations.NullMarked;
