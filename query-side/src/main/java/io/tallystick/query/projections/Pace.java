package io.tallystick.query.projections;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;

/// How fast rebuilds have been in the last seconds, as this node saw it. Entries differ much in
/// what they cost, so the pace since the beginning would mislead.
final class Pace {

    private static final long WINDOW_NANOSECONDS = Duration.ofSeconds(10).toNanos();
    private static final long LEAST_NANOSECONDS = Duration.ofSeconds(1).toNanos();

    /// However often somebody looks, a window has no more than that many moments.
    private static final int MOMENTS_MAX = 50;

    private final Map<String, Deque<Moment>> moments = new HashMap<>();

    private record Moment(long nanoTime, long position) {}

    /// @return entries per second, empty until there is a second to judge by
    synchronized OptionalDouble of(String rebuild, long position, long nanoTime) {
        Deque<Moment> seen = moments.computeIfAbsent(rebuild, absent -> new ArrayDeque<>());
        while (!seen.isEmpty() && nanoTime - seen.getFirst().nanoTime() > WINDOW_NANOSECONDS) {
            seen.removeFirst();
        }
        if (seen.isEmpty()
                || nanoTime - seen.getLast().nanoTime() >= WINDOW_NANOSECONDS / MOMENTS_MAX) {
            seen.addLast(new Moment(nanoTime, position));
        }
        Moment first = seen.getFirst();
        long passed = nanoTime - first.nanoTime();
        return passed < LEAST_NANOSECONDS
                ? OptionalDouble.empty()
                : OptionalDouble.of((position - first.position()) * 1e9 / passed);
    }

    /// Forgets the others.
    synchronized void retain(Collection<String> rebuilds) {
        moments.keySet().retainAll(rebuilds);
    }
}
