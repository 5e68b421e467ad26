/// What is set for a customer.
@NullMarked
package io.tallystick.query.settings;

import org.jspecify.annotations.NullMarked;
