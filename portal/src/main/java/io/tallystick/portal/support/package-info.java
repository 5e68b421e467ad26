/// The pages of tickets.
@NullMarked
package io.tallystick.portal.support;

import org.jspecify.annotations.NullMarked;
