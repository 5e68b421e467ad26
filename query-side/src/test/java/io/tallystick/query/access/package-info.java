/// The directory over HTTP.
@NullMarked
package io.tallystick.query.access;

import org.jspecify.annotations.NullMarked;
