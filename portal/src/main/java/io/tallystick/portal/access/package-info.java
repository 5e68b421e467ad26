/// How a person comes in.
@NullMarked
package io.tallystick.portal.access;

import org.jspecify.annotations.NullMarked;
