/// The process: Spring Boot main and the wiring of all rooms.
@NullMarked
package io.tallystick.app;

import org.jspecify.annotations.NullMarked;
