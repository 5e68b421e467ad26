/// The people whom customers serve: the pages that manage them, and what they see themselves.
@NullMarked
package io.tallystick.portal.clients;

import org.jspecify.annotations.NullMarked;
