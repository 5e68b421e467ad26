/// Pages of a list: limit and cursor.
@NullMarked
package io.tallystick.query.page;

import org.jspecify.annotations.NullMarked;
