/// The dashboard: what a customer used in a month, moving while events arrive.
@NullMarked
package io.tallystick.portal.usage;

import org.jspecify.annotations.NullMarked;
