/// The edge of usage: CloudEvents come in over HTTP, durable usage rows and one result per event go
/// out.
@NullMarked
package io.tallystick.ingest;

import org.jspecify.annotations.NullMarked;
