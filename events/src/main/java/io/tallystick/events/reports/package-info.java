/// What left the product as a file.
@NullMarked
package io.tallystick.events.reports;

import org.jspecify.annotations.NullMarked;
