/// Who gets in: keys on the API, a session on the pages, nothing across.
@NullMarked
package io.tallystick.app.security;

import org.jspecify.annotations.NullMarked;
