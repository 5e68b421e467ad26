/// What leaves the product as a file.
@NullMarked
package io.tallystick.command.reports;

import org.jspecify.annotations.NullMarked;
