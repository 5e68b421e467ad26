/// Reads CloudEvents in JSON, one after the other, so that a bad one spoils no other.
@NullMarked
package io.tallystick.ingest.cloudevents;

import org.jspecify.annotations.NullMarked;
