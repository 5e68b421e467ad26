/// Who asked for what, and was shown or refused it: folded in memory, so that no request waits and
/// nobody can fill the disk.
@NullMarked
package io.tallystick.edge.access;

import org.jspecify.annotations.NullMarked;
