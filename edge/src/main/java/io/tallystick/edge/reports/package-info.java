/// What whoever hands out files needs of whoever writes facts.
@NullMarked
package io.tallystick.edge.reports;

import org.jspecify.annotations.NullMarked;
