/// The started application, asked from outside.
@NullMarked
package io.tallystick.app;

import org.jspecify.annotations.NullMarked;
