package io.tallystick.portal.system;

import io.tallystick.query.projections.ProjectionStatus;
import io.tallystick.query.projections.ProjectionStatus.Replay;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A projection, ready to be shown.
record ProjectionCard(
        String name,
        String status,
        String position,
        String lag,
        String segments,
        String generation,
        @Nullable Rebuild rebuild) {

    private static final long PATIENT_SECONDS = 90;
    private static final long PATIENT_MINUTES = 90;
    private static final long MINUTE = 60;

    /// @param percent of the way to the head of the log
    record Rebuild(
            String status,
            String generation,
            String startedAt,
            int percent,
            String position,
            String rate,
            String timeLeft) {

        static @Nullable Rebuild of(@Nullable Replay replay) {
            if (replay == null) {
                return null;
            }
            return new Rebuild(
                    replay.status(),
                    Integer.toString(replay.generation()),
                    replay.startedAt().toString(),
                    // Only what readers see is complete.
                    (int) Math.min(99, replay.progress() * 100),
                    readable(replay.position()),
                    readable(Math.round(replay.entriesPerSecond())),
                    ProjectionCard.timeLeft(replay.secondsLeft()));
        }
    }

    static ProjectionCard of(ProjectionStatus status) {
        return new ProjectionCard(
                status.name(),
                status.status(),
                readable(status.position()),
                readable(status.lag()),
                Integer.toString(status.segments()),
                Integer.toString(status.generation()),
                Rebuild.of(status.replay()));
    }

    static String timeLeft(@Nullable Long seconds) {
        if (seconds == null) {
            return "not known yet";
        }
        if (seconds <= PATIENT_SECONDS) {
            return seconds + " s";
        }
        long minutes = (seconds + MINUTE - 1) / MINUTE;
        return minutes <= PATIENT_MINUTES
                ? minutes + " min"
                : String.format(Locale.ENGLISH, "%.1f h", minutes / 60.0);
    }

    private static String readable(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
