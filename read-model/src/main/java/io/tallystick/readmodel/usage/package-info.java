/// The format of the usage tables, where SQL cannot say it: their writer and their readers must
/// agree.
@NullMarked
package io.tallystick.readmodel.usage;

import org.jspecify.annotations.NullMarked;
