package io.tallystick.edge.access;

import io.tallystick.events.audit.AccessLine;
import io.tallystick.events.audit.AccessLine.Count;
import io.tallystick.events.audit.AccessLine.Trace;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// A line that still grows. It takes the same memory however many requests it counts.
final class Fold {

    static final int REQUEST_IDS_MAX = 5;

    private final Access.Alike alike;
    private final Deque<String> requestIds = new ArrayDeque<>(REQUEST_IDS_MAX);
    private Instant firstAt = Instant.MAX;
    private Access last;
    private long requests;

    Fold(Access.Alike alike, Access first) {
        this.alike = alike;
        this.last = first;
    }

    void add(Access access) {
        requests++;
        firstAt = access.at().isBefore(firstAt) ? access.at() : firstAt;
        last = access.at().isBefore(last.at()) ? last : access;
        if (requestIds.size() == REQUEST_IDS_MAX) {
            requestIds.removeFirst();
        }
        requestIds.addLast(access.requestId());
    }

    AccessLine line() {
        return new AccessLine(
                alike.outcome(),
                alike.actor(),
                alike.target(),
                new Count(requests, firstAt, last.at()),
                new Trace(List.copyOf(requestIds), last.ip(), last.userAgent()));
    }
}
