/// Whom customers serve.
@NullMarked
package io.tallystick.query.access.clients;

import org.jspecify.annotations.NullMarked;
