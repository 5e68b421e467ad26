/// The installation as its operator sees it: projections and their rebuilds.
@NullMarked
package io.tallystick.portal.system;

import org.jspecify.annotations.NullMarked;
