/// The only writers of the read model. Each follows the log with its own token, computes from
/// events and its own tables alone, and can be rebuilt at any time.
@NullMarked
package io.tallystick.projections;

import org.jspecify.annotations.NullMarked;
