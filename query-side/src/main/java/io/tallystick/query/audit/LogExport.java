package io.tallystick.query.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.query.csv.CsvLine;
import io.tallystick.query.page.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// The log as a file, newest first. It is written page by page, so it takes no more memory than one
/// of them, and what is done meanwhile is not in it.
@Component
public final class LogExport {

    public static final String CSV = "text/csv;charset=UTF-8";
    public static final String NDJSON = "application/x-ndjson";

    static final int ENTRIES_MAX = 100_000;

    private static final int ENTRIES_AT_ONCE = 1_000;

    private static final List<String> NAMES =
            List.of(
                    "position",
                    "id",
                    "occurred_at",
                    "type",
                    "action",
                    "actor_type",
                    "actor_id",
                    "actor_label",
                    "target_type",
                    "target_id",
                    "target_label",
                    "outcome",
                    "summary",
                    "count");

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final LogBook book;
    private final Clock clock;

    LogExport(LogBook book, Clock clock) {
        this.book = book;
        this.clock = clock;
    }

    /// Whole entries are lines of JSON; a line of CSV has what fits into cells.
    public enum Format {
        CSV,
        NDJSON;

        /// As facts write it.
        public String lower() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @throws ApiProblem 400 when there are more than 100,000 entries, before anything is written
    public void requireRoom(LogFilter filter, LogEyes eyes) {
        if (book.count(filter, eyes, ENTRIES_MAX + 1) > ENTRIES_MAX) {
            throw new ApiProblem(
                    HttpStatus.BAD_REQUEST,
                    "export_too_large",
                    "A file has at most "
                            + ENTRIES_MAX
                            + " entries. Choose a shorter time or another filter.");
        }
    }

    public void write(LogFilter filter, LogEyes eyes, Format format, HttpServletResponse response)
            throws IOException {
        response.setContentType(format == Format.CSV ? CSV : NDJSON);
        Page<SystemLogEntry> page = page(filter, eyes, null);
        response.setHeader(Positions.POSITION, Long.toString(page.position()));
        Function<SystemLogEntry, String> line =
                format == Format.CSV ? LogExport::csv : LogExport::json;
        Writer out = new BufferedWriter(new OutputStreamWriter(response.getOutputStream(), UTF_8));
        if (format == Format.CSV) {
            out.write(CsvLine.of(List.copyOf(NAMES)));
        }
        while (true) {
            for (SystemLogEntry entry : page.items()) {
                out.write(line.apply(entry));
            }
            if (page.nextCursor() == null) {
                break;
            }
            page = page(filter, eyes, page.nextCursor());
        }
        out.flush();
    }

    private Page<SystemLogEntry> page(LogFilter filter, LogEyes eyes, @Nullable String cursor) {
        return book.entries(filter, eyes, cursor, ENTRIES_AT_ONCE, clock.instant());
    }

    private static String json(SystemLogEntry entry) {
        return JSON.writeValueAsString(entry) + "\n";
    }

    private static String csv(SystemLogEntry entry) {
        return CsvLine.of(
                Arrays.asList(
                        Long.toString(entry.position()),
                        entry.id(),
                        entry.occurredAt().toString(),
                        entry.type(),
                        entry.action(),
                        entry.actor().type(),
                        CsvLine.harmless(entry.actor().id()),
                        CsvLine.harmless(entry.actor().label()),
                        entry.target().type(),
                        CsvLine.harmless(entry.target().id()),
                        CsvLine.harmless(entry.target().label()),
                        entry.outcome(),
                        CsvLine.harmless(entry.summary()),
                        Long.toString(entry.count())));
    }
}
