/// What whoever shows the system log needs of whoever writes facts.
@NullMarked
package io.tallystick.edge.audit;

import org.jspecify.annotations.NullMarked;
