/// Who exists: partners and customers, read from the directory.
@NullMarked
package io.tallystick.query.access;

import org.jspecify.annotations.NullMarked;
