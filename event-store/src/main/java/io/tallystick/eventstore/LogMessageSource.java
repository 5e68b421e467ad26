package io.tallystick.eventstore;

import java.time.Duration;
import java.time.Instant;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.WrappedToken;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;

/// What projections follow. Unlike Axon's embedded store its streams call back when something was
/// committed, so a projection starts within milliseconds instead of at the next half-second poll.
public final class LogMessageSource implements StreamableMessageSource<TrackedEventMessage<?>> {

    private final PostgresEventStorageEngine engine;
    private final LogHead head;

    public LogMessageSource(PostgresEventStorageEngine engine, LogHead head) {
        this.engine = engine;
        this.head = head;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new LogStream(engine, head, WrappedToken.unwrapLowerBound(token));
    }

    @Override
    public TrackingToken createTailToken() {
        return engine.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return engine.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant at) {
        return engine.createTokenAt(at);
    }

    @Override
    public TrackingToken createTokenSince(Duration duration) {
        throw new UnsupportedOperationException(
                "a position is found by an instant, never by the machine's clock");
    }
}
