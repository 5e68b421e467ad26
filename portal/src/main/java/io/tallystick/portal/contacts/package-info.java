/// The pages of self-healed contacts.
@NullMarked
package io.tallystick.portal.contacts;

import org.jspecify.annotations.NullMarked;
