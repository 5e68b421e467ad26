/// The sections of what is set for a customer: which there are, and what may be in them.
@NullMarked
package io.tallystick.edge.settings;

import org.jspecify.annotations.NullMarked;
