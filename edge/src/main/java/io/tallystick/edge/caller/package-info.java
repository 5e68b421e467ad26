/// Who is calling, for which tenant, and what the key allows.
@NullMarked
package io.tallystick.edge.caller;

import org.jspecify.annotations.NullMarked;
