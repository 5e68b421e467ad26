/// The packaged server is killed while another process sends.
@NullMarked
package io.tallystick.app.kill;

import org.jspecify.annotations.NullMarked;
