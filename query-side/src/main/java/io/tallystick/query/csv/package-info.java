/// Answers as CSV.
@NullMarked
package io.tallystick.query.csv;

import org.jspecify.annotations.NullMarked;
