/// The system log as it is shown.
@NullMarked
package io.tallystick.query.audit;

import org.jspecify.annotations.NullMarked;
