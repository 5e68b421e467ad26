package io.tallystick.query.usage;

import io.tallystick.query.usage.CalendarWindows.Window;
import java.time.Instant;
import java.util.List;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/// Lets the database sort instants into windows that Java's calendar made.
final class WindowIndex {

    private WindowIndex() {}

    /// 0 before the first window, 1 in the first, and so on.
    static Field<Integer> of(Field<Instant> at, List<Window> windows) {
        Instant[] starts = windows.stream().map(Window::start).toArray(Instant[]::new);
        return DSL.field(
                "width_bucket({0}, {1})",
                Integer.class, at, DSL.val(starts, SQLDataType.INSTANT.array()));
    }
}
