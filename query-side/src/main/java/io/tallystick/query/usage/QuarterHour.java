package io.tallystick.query.usage;

import java.time.Duration;
import java.time.Instant;

/// The grain of the rollup. Every zone's offset is a multiple of it today, so that calendar windows
/// of any zone are sums of quarters.
final class QuarterHour {

    static final Duration LENGTH = Duration.ofMinutes(15);

    private QuarterHour() {}

    static Instant floor(Instant at) {
        return floor(at, LENGTH);
    }

    static Instant ceiling(Instant at) {
        return ceiling(at, LENGTH);
    }

    static Instant floor(Instant at, Duration grain) {
        long second = at.getEpochSecond();
        return Instant.ofEpochSecond(second - Math.floorMod(second, grain.toSeconds()));
    }

    static Instant ceiling(Instant at, Duration grain) {
        Instant floor = floor(at, grain);
        return floor.equals(at) ? floor : floor.plus(grain);
    }
}
