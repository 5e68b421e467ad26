/// Operation of the installation: projections and their replay.
@NullMarked
package io.tallystick.app.admin;

import org.jspecify.annotations.NullMarked;
