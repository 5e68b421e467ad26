/// Tests of the sections of what is set.
@NullMarked
package io.tallystick.edge.settings;

import org.jspecify.annotations.NullMarked;
