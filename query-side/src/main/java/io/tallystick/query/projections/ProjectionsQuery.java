package io.tallystick.query.projections;

import io.tallystick.eventstore.LogHead;
import io.tallystick.query.projections.ProjectionStatus.Replay;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// All projections and their rebuilds. It looks at the database and not at this process, so every
/// node answers the same, whoever does the work.
@Component
public final class ProjectionsQuery {

    private final DSLContext sql;
    private final LogHead head;
    private final Pace pace = new Pace();

    ProjectionsQuery(DSLContext sql, LogHead head) {
        this.sql = sql;
        this.head = head;
    }

    /// By name.
    public List<ProjectionStatus> all() {
        List<GenerationRow> rows = GenerationRow.all(sql);
        // After the rows, so that nothing is ahead of it.
        long headPosition = head.refresh();
        Map<String, GenerationRow> building =
                rows.stream()
                        .filter(row -> !row.live())
                        .collect(Collectors.toMap(GenerationRow::projection, Function.identity()));
        pace.retain(building.values().stream().map(GenerationRow::processor).toList());
        return rows.stream()
                .filter(GenerationRow::live)
                .map(row -> status(row, building.get(row.projection()), headPosition))
                .toList();
    }

    private ProjectionStatus status(
            GenerationRow live, @Nullable GenerationRow building, long headPosition) {
        Replay replay = building == null ? null : replay(building, headPosition);
        String running = replay == null ? "running" : "replaying";
        return new ProjectionStatus(
                live.projection(),
                live.generation(),
                live.position(),
                headPosition - live.position(),
                live.claimed() ? running : live.status(),
                replay != null,
                replay == null ? progress(live, headPosition) : replay.progress(),
                live.segments(),
                replay);
    }

    private Replay replay(GenerationRow building, long headPosition) {
        double rate =
                pace.of(building.processor(), building.position(), System.nanoTime())
                        .orElseGet(() -> building.position() / Math.max(1, building.secondsOld()));
        return new Replay(
                building.generation(),
                building.status(),
                building.position(),
                progress(building, headPosition),
                Math.round(rate * 10) / 10.0,
                rate > 0
                        ? Long.valueOf(
                                (long) Math.ceil((headPosition - building.position()) / rate))
                        : null,
                building.startedAt());
    }

    private static double progress(GenerationRow row, long headPosition) {
        return headPosition == 0 ? 1 : (double) row.position() / headPosition;
    }
}
