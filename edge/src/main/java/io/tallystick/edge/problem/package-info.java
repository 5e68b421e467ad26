/// Every refusal as RFC 9457 problem+json with a code.
@NullMarked
package io.tallystick.edge.problem;

import org.jspecify.annotations.NullMarked;
