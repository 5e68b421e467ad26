/// A real PostgreSQL for tests: one server per JVM, a cloned database per test class.
@NullMarked
package io.tallystick.eventstore.testing;

import org.jspecify.annotations.NullMarked;
