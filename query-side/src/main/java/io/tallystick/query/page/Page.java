package io.tallystick.query.page;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param items what is on it
/// @param nextCursor for the next page; null on the last one
/// @param asOf when it was read
/// @param position the log position that it includes
public record Page<T>(List<T> items, @Nullable String nextCursor, Instant asOf, long position) {

    /// @param found at most one more than the limit; the one more tells that there is a next page
    public static <T> Page<T> of(
            List<T> found, int limit, Function<T, String> cursor, Instant asOf, long position) {
        boolean isLast = found.size() <= limit;
        List<T> items = isLast ? found : found.subList(0, limit);
        String next = isLast ? null : cursor.apply(items.getLast());
        return new Page<>(List.copyOf(items), next, asOf, position);
    }

    /// The same page of something else.
    public <R> Page<R> map(Function<T, R> shown) {
        return new Page<>(items.stream().map(shown).toList(), nextCursor, asOf, position);
    }
}
