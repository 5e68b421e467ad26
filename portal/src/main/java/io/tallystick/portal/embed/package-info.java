/// Embed URLs: the page that manages them, and what they open.
@NullMarked
package io.tallystick.portal.embed;

import org.jspecify.annotations.NullMarked;
