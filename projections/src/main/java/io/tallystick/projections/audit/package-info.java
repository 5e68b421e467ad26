/// The system log: what everybody did, in sentences.
@NullMarked
package io.tallystick.projections.audit;

import org.jspecify.annotations.NullMarked;
