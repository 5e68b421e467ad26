/// The read model's classes are those of its migrations.
@NullMarked
package io.tallystick.readmodel;

import org.jspecify.annotations.NullMarked;
