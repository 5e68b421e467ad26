/// What the pages of the operator say.
@NullMarked
package io.tallystick.portal.system;

import org.jspecify.annotations.NullMarked;
