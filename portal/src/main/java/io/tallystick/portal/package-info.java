/// The web pages: a client of commands and queries like any other.
@NullMarked
package io.tallystick.portal;

import org.jspecify.annotations.NullMarked;
