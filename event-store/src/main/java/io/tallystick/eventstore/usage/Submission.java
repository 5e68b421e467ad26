package io.tallystick.eventstore.usage;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/// One request's rows on their way through the appender. It gives its room back before it answers:
/// a sender that reacts to the answer at once finds the room free.
record Submission(
        List<EncodedRow> rows,
        IngestOrigin origin,
        CompletableFuture<List<UsageOutcome>> outcomes,
        Semaphore room) {

    void answer(List<UsageOutcome> answers) {
        room.release(rows.size());
        outcomes.complete(answers);
    }

    void fail(Throwable cause) {
        room.release(rows.size());
        outcomes.completeExceptionally(new AppendFailed(cause));
    }
}
