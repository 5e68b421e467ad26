package io.tallystick.query.usage;

import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.query.position.ConsistentRead;
import io.tallystick.query.usage.CalendarWindows.Window;
import io.tallystick.rating.BuiltInMeters;
import io.tallystick.rating.QuarterHour;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// Values of one meter over time.
@Component
public final class MeterQuery {

    /// The projection that usage is read from.
    public static final String PROJECTION = "usage";

    /// A sender's clock may be as much ahead as ingest accepts, and what was accepted counts.
    static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private final ConsistentRead reads;
    private final Subjects subjects;
    private final UsageReader rows;

    MeterQuery(ConsistentRead reads, Customers customers, UsageReader rows) {
        this.reads = reads;
        this.subjects = new Subjects(customers);
        this.rows = rows;
    }

    /// Days of the customer's calendar that have a part in `[from, to)`, for a chart. Days without
    /// usage are left out.
    ///
    /// @param slug of a shown meter
    public MeterSeries daily(
            Sight sight,
            Customers.Customer customer,
            String slug,
            Instant from,
            Instant to,
            Instant now) {
        var question =
                new MeterQuestion(
                        BuiltInMeters.bySlug(slug).orElseThrow(() -> ApiProblem.notFound("meter")),
                        List.of(customer.key()),
                        from,
                        to,
                        WindowSize.DAY,
                        ZoneId.of(customer.timeZone()),
                        List.of(MeterQuestion.SUBJECT),
                        Map.of());
        return answer(sight, question, now);
    }

    MeterSeries answer(Sight sight, MeterQuestion question, Instant now) {
        // Subjects are looked up inside the read, so behind the wall.
        return reads.read(
                sight,
                PROJECTION,
                (sql, position) ->
                        answer(sql, position, question, subjects.select(sight, question), now));
    }

    private MeterSeries answer(
            DSLContext sql,
            long position,
            MeterQuestion question,
            MeterSelection selection,
            Instant now) {
        Instant to = QuarterHour.ceiling(to(question, now), question.grain());
        Instant from = QuarterHour.floor(from(sql, question, selection, to), question.grain());
        if (selection.isEmpty() || !from.isBefore(to)) {
            return new MeterSeries(now, position, from, to, question.windowSize(), List.of());
        }
        requireOneDayOfMinutes(question, from, to);
        List<Window> windows = CalendarWindows.of(from, to, question.windowSize(), question.zone());
        List<Cell> cells = cells(sql, position, selection, question, from, to, windows, now);
        return new MeterSeries(
                now,
                position,
                from,
                to,
                question.windowSize(),
                subjects.series(sql, selection, windows, cells));
    }

    private List<Cell> cells(
            DSLContext sql,
            long position,
            MeterSelection selection,
            MeterQuestion question,
            Instant from,
            Instant to,
            List<Window> windows,
            Instant now) {
        if (selection.meter().isLevel()) {
            Instant until = earlier(to, now.plus(CLOCK_TOLERANCE));
            return Levels.of(sql, selection, until, begun(windows, question, now));
        }
        if (question.windowSize() == WindowSize.MINUTE) {
            return MinuteSums.of(
                    rows, sql, selection, subjects.only(selection), from, to, position);
        }
        return RollupSums.of(sql, selection, from, to, windows);
    }

    /// A level in the future is not known, but a sender's clock may be ahead.
    private static List<Window> begun(List<Window> windows, MeterQuestion question, Instant now) {
        Instant known = question.windowSize() == null ? now.plus(CLOCK_TOLERANCE) : now;
        return windows.stream().filter(window -> !window.start().isAfter(known)).toList();
    }

    /// Until now means with all that was accepted until now, whatever time it names.
    private static Instant to(MeterQuestion question, Instant now) {
        if (question.to() != null) {
            return question.to();
        }
        return question.windowSize() == WindowSize.MINUTE ? now : now.plus(CLOCK_TOLERANCE);
    }

    private static Instant from(
            DSLContext sql, MeterQuestion question, MeterSelection selection, Instant to) {
        if (question.from() != null) {
            return question.from();
        }
        if (question.windowSize() == WindowSize.MINUTE) {
            return to.minus(MeterQuestion.MINUTES_RANGE_MAX);
        }
        if (selection.isEmpty()) {
            return to;
        }
        return (selection.meter().isLevel()
                        ? Levels.first(sql, selection)
                        : RollupSums.first(sql, selection))
                .filter(first -> first.isBefore(to))
                .orElse(to);
    }

    private static void requireOneDayOfMinutes(MeterQuestion question, Instant from, Instant to) {
        if (question.windowSize() == WindowSize.MINUTE
                && Duration.between(from, to).compareTo(MeterQuestion.MINUTES_RANGE_MAX) > 0) {
            throw ApiProblem.invalid(
                    "from", "range_too_long", "MINUTE windows cover at most 24 hours.");
        }
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
