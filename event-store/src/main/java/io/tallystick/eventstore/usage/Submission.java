package io.tallystick.eventstore.usage;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// One request's rows on their way through the appender. It gives its room back before it answers:
/// a sender that reacts to the answer at once finds the room free.
record Submission(
        List<KeyedRow> rows,
        IngestOrigin origin,
        CompletableFuture<List<UsageOutcome>> outcomes,
        QueueRoom room) {

    void answer(List<UsageOutcome> answers) {
        room.giveBack(rows);
        outcomes.complete(answers);
    }

    /// Whoever sent it may add no more usage.
    void refuse() {
        room.giveBack(rows);
        outcomes.completeExceptionally(new ActorRevoked(origin.actorId()));
    }

    void fail(Throwable cause) {
        room.giveBack(rows);
        outcomes.completeExceptionally(new AppendFailed(cause));
    }
}
