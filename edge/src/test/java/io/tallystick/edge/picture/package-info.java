/// Tests of pictures.
@NullMarked
package io.tallystick.edge.picture;

import org.jspecify.annotations.NullMarked;
