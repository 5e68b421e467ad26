package io.tallystick.ingest;

import io.tallystick.ingest.cloudevents.CloudEvent;
import io.tallystick.ingest.usage.Verdict;

/// An event that is sound in itself; its customer and its time are not looked at yet.
record Candidate(int index, CloudEvent event, Verdict.Usage usage) {}
