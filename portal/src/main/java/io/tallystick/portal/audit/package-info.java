/// The system log.
@NullMarked
package io.tallystick.portal.audit;

import org.jspecify.annotations.NullMarked;
