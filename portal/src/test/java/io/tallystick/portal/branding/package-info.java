@NullMarked
package io.tallystick.portal.branding;

import org.jspecify.annotations.NullMarked;
