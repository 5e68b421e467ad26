/// The system log as it is shown, and taken away.
@NullMarked
package io.tallystick.query.audit;

import org.jspecify.annotations.NullMarked;
