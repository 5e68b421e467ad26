/// The demo: a partner with three customers and a week of traffic, sent through the public API.
@NullMarked
package io.tallystick.app.demo;

import org.jspecify.annotations.NullMarked;
