/// Tests of what the numbers of contacts were found to be.
@NullMarked
package io.tallystick.projections.contacts;

import org.jspecify.annotations.NullMarked;
