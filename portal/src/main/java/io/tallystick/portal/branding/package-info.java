/// How the pages look to whoever is signed in.
@NullMarked
package io.tallystick.portal.branding;

import org.jspecify.annotations.NullMarked;
