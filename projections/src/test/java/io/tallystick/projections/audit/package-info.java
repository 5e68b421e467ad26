/// The system log on facts that a test wrote.
@NullMarked
package io.tallystick.projections.audit;

import org.jspecify.annotations.NullMarked;
