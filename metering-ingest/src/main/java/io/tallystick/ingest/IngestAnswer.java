package io.tallystick.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What became of a request, item by item.
///
/// @param accepted how many are stored now
/// @param duplicates how many were stored before
/// @param rejected how many are invalid or conflicts
/// @param position the highest of the results; null when nothing of the request is in the log
/// @param results one for each event, in the order of the request
@JsonInclude(JsonInclude.Include.ALWAYS)
record IngestAnswer(
        int accepted,
        int duplicates,
        int rejected,
        @Nullable Long position,
        List<ItemResult> results) {

    static IngestAnswer of(List<ItemResult> results) {
        int accepted = count(results, ItemStatus.ACCEPTED);
        int duplicates = count(results, ItemStatus.DUPLICATE);
        return new IngestAnswer(
                accepted,
                duplicates,
                results.size() - accepted - duplicates,
                results.stream()
                        .map(ItemResult::position)
                        .filter(Objects::nonNull)
                        .max(Long::compare)
                        .orElse(null),
                results);
    }

    /// True for an empty request.
    boolean all(ItemStatus status) {
        return count(results, status) == results.size();
    }

    private static int count(List<ItemResult> results, ItemStatus status) {
        return (int) results.stream().filter(result -> result.status() == status).count();
    }
}
