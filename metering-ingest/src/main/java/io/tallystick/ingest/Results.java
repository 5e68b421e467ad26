package io.tallystick.ingest;

import io.tallystick.ingest.cloudevents.ItemError;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// One result for each item of a request. Items get theirs at different times, and the answer must
/// not leave while one has none.
final class Results {

    private final List<@Nullable ItemResult> byIndex = new ArrayList<>();

    /// A place for the next item.
    int next() {
        byIndex.add(null);
        return byIndex.size() - 1;
    }

    int size() {
        return byIndex.size();
    }

    void set(ItemResult result) {
        if (byIndex.set(result.index(), result) != null) {
            throw new IllegalStateException("item " + result.index() + " has two results");
        }
    }

    void invalid(int index, @Nullable String id, ItemError error) {
        set(ItemResult.invalid(index, id, error));
    }

    /// @throws NullPointerException when an item has no result
    List<ItemResult> all() {
        List<ItemResult> all = new ArrayList<>(byIndex.size());
        byIndex.forEach(result -> all.add(Objects.requireNonNull(result, "an item has no result")));
        return Collections.unmodifiableList(all);
    }
}
