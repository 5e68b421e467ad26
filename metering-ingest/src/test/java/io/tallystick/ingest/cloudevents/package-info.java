/// The parser of CloudEvents, byte by byte.
@NullMarked
package io.tallystick.ingest.cloudevents;

import org.jspecify.annotations.NullMarked;
