package io.tallystick.ingest;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.tallystick.eventstore.usage.EventRef;
import io.tallystick.eventstore.usage.UsageOutcome;
import io.tallystick.ingest.cloudevents.ItemError;
import org.jspecify.annotations.Nullable;

/// What became of the event at one index of the request.
///
/// @param index place of the event in the request, from 0
/// @param id id of the event; null when it could not be read
/// @param status what became of it
/// @param position where the event is in the log; null when it is not
/// @param ordinal its place among the events of that position
/// @param error why it was rejected
@JsonInclude(JsonInclude.Include.NON_NULL)
record ItemResult(
        int index,
        @Nullable String id,
        ItemStatus status,
        @Nullable Long position,
        @Nullable Integer ordinal,
        @Nullable ItemError error) {

    private static final ItemError USED_OTHERWISE =
            new ItemError(
                    "id_used_otherwise",
                    "/id",
                    "An event with this source and id was stored before with other content.");

    static ItemResult invalid(int index, @Nullable String id, ItemError error) {
        return new ItemResult(index, id, ItemStatus.INVALID, null, null, error);
    }

    static ItemResult of(int index, String id, UsageOutcome outcome) {
        return switch (outcome) {
            case UsageOutcome.Accepted(EventRef ref) -> stored(index, id, ItemStatus.ACCEPTED, ref);
            case UsageOutcome.Duplicate(EventRef ref) ->
                    stored(index, id, ItemStatus.DUPLICATE, ref);
            case UsageOutcome.Conflict() ->
                    new ItemResult(index, id, ItemStatus.CONFLICT, null, null, USED_OTHERWISE);
        };
    }

    private static ItemResult stored(int index, String id, ItemStatus status, EventRef ref) {
        return new ItemResult(index, id, status, ref.position(), ref.ordinal(), null);
    }
}
