/// Who exists and who may do what: partners, customers, operators, keys.
@NullMarked
package io.tallystick.events.access;

import org.jspecify.annotations.NullMarked;
