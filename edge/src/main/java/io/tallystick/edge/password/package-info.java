/// How passwords are compared.
@NullMarked
package io.tallystick.edge.password;

import org.jspecify.annotations.NullMarked;
