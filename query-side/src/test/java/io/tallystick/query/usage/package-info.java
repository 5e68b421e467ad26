/// Usage answers against independent arithmetic.
@NullMarked
package io.tallystick.query.usage;

import org.jspecify.annotations.NullMarked;
