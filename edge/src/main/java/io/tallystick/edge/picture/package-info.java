/// Pictures that people send, drawn anew.
@NullMarked
package io.tallystick.edge.picture;

import org.jspecify.annotations.NullMarked;
