package io.tallystick.ingest.cloudevents;

/// How many events a body may hold, as its content type says.
public enum BodyShape {
    ONE,
    BATCH,
    ONE_OR_BATCH
}
