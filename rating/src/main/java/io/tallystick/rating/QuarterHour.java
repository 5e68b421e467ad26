package io.tallystick.rating;

import java.time.Duration;
import java.time.Instant;

/// The grain of the rollup. Every zone's offset is a multiple of it today, so that calendar windows
/// of any zone are sums of quarters.
public final class QuarterHour {

    public static final Duration LENGTH = Duration.ofMinutes(15);

    private QuarterHour() {}

    public static Instant floor(Instant at) {
        return floor(at, LENGTH);
    }

    public static Instant ceiling(Instant at) {
        return ceiling(at, LENGTH);
    }

    public static Instant floor(Instant at, Duration grain) {
        long second = at.getEpochSecond();
        return Instant.ofEpochSecond(second - Math.floorMod(second, grain.toSeconds()));
    }

    public static Instant ceiling(Instant at, Duration grain) {
        Instant floor = floor(at, grain);
        return floor.equals(at) ? floor : floor.plus(grain);
    }
}
