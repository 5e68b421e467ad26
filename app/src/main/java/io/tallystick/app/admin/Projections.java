package io.tallystick.app.admin;

import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.eventstore.LogHead;
import io.tallystick.query.position.ProjectionWatch;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventTrackerStatus;
import org.axonframework.eventhandling.StreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The projections of this process, as Axon knows them: a new one appears here by itself.
@Component
class Projections {

    private final EventProcessingConfiguration processing;
    private final LogHead head;
    private final ProjectionWatch watch;
    private final Set<String> resetting = ConcurrentHashMap.newKeySet();

    Projections(EventProcessingConfiguration processing, LogHead head, ProjectionWatch watch) {
        this.processing = processing;
        this.head = head;
        this.watch = watch;
    }

    /// @param position everything up to it is in the projection
    /// @param lag entries of the log that are not
    /// @param status `running`, `replaying` or `stopped`
    /// @param progress of the way to the head, 0 to 1
    record Projection(
            String name,
            long position,
            long lag,
            String status,
            boolean replaying,
            double progress) {}

    List<Projection> all() {
        return processing.eventProcessors().values().stream()
                .filter(StreamingEventProcessor.class::isInstance)
                .map(StreamingEventProcessor.class::cast)
                .map(this::describe)
                .sorted(Comparator.comparing(Projection::name))
                .toList();
    }

    /// Empties the projection and lets it read the log from its beginning. Rows and token change in
    /// one transaction, so a crash leaves either the old numbers or none.
    ///
    /// @param announcement runs once it is certain that the rebuild has begun
    /// @return what the announcement answered
    long reset(String name, LongSupplier announcement) {
        StreamingEventProcessor projection =
                processing
                        .eventProcessor(name, StreamingEventProcessor.class)
                        .orElseThrow(() -> ApiProblem.notFound("projection"));
        if (!resetting.add(name)) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "replay_starting",
                    "This projection is being reset already.");
        }
        try {
            reset(projection);
            return announcement.getAsLong();
        } finally {
            resetting.remove(name);
        }
    }

    private static void reset(StreamingEventProcessor projection) {
        projection.shutDown();
        try {
            projection.resetTokens();
        } catch (UnableToClaimTokenException e) {
            throw new ApiProblem(
                    HttpStatus.CONFLICT,
                    "runs_elsewhere",
                    "Another node runs this projection; ask that one.");
        } finally {
            projection.start();
        }
    }

    private Projection describe(StreamingEventProcessor processor) {
        Collection<EventTrackerStatus> segments = processor.processingStatus().values();
        long headPosition = head.refresh();
        // As committed: a projection that failed has given its segment back and knows no position,
        // and on another node it never had one.
        long position = watch.position(processor.getName());
        boolean replaying = segments.stream().anyMatch(Projections::isReplaying);
        boolean stopped =
                segments.isEmpty() || segments.stream().anyMatch(EventTrackerStatus::isErrorState);
        return new Projection(
                processor.getName(),
                position,
                headPosition - position,
                status(stopped, replaying),
                replaying,
                headPosition == 0 ? 1 : (double) position / headPosition);
    }

    /// Axon ends a replay with the first entry after it; on an idle log that may take a while.
    private static boolean isReplaying(EventTrackerStatus segment) {
        return segment.isReplaying()
                && segment.getCurrentPosition().orElse(0) < segment.getResetPosition().orElse(0);
    }

    private static String status(boolean stopped, boolean replaying) {
        if (stopped) {
            return "stopped";
        }
        return replaying ? "replaying" : "running";
    }
}
