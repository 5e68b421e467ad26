/// What may stand in a file.
@NullMarked
package io.tallystick.query.csv;

import org.jspecify.annotations.NullMarked;
