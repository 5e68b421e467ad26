/// The demo.
@NullMarked
package io.tallystick.app.demo;

import org.jspecify.annotations.NullMarked;
