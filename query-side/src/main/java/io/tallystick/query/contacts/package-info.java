/// Contacts whose numbers were found and confirmed.
@NullMarked
package io.tallystick.query.contacts;

import org.jspecify.annotations.NullMarked;
