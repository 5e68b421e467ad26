/// How fast a customer's keys may ask, over all of them and on all nodes.
@NullMarked
package io.tallystick.edge.limit;

import org.jspecify.annotations.NullMarked;
