/// What people did to the installation itself.
@NullMarked
package io.tallystick.events.audit;

import org.jspecify.annotations.NullMarked;
