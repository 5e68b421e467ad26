/// The pages on which what is set for a customer is changed.
@NullMarked
package io.tallystick.portal.settings;

import org.jspecify.annotations.NullMarked;
