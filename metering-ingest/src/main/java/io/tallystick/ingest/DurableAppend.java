package io.tallystick.ingest;

import io.tallystick.eventstore.usage.ActorRevoked;
import io.tallystick.eventstore.usage.AppendFailed;
import io.tallystick.eventstore.usage.IngestOrigin;
import io.tallystick.eventstore.usage.UsageAppender;
import io.tallystick.eventstore.usage.UsageOutcome;
import io.tallystick.eventstore.usage.UsageRow;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Appends and waits for the commit: what is answered is durable.
@Component
final class DurableAppend {

    private static final Duration WAIT_MAX = Duration.ofSeconds(30);

    private final UsageAppender appender;
    private final Duration waitMax;

    @Autowired
    DurableAppend(UsageAppender appender) {
        this(appender, WAIT_MAX);
    }

    DurableAppend(UsageAppender appender, Duration waitMax) {
        this.appender = appender;
        this.waitMax = waitMax;
    }

    /// @throws io.tallystick.eventstore.usage.IngestQueueFull when nothing was taken
    /// @throws ActorRevoked when the sender's key was revoked meanwhile; nothing was stored
    /// @throws CommitUnknown when the rows may be stored or not
    List<UsageOutcome> append(List<UsageRow> rows, IngestOrigin origin) {
        try {
            return appender.append(rows, origin).get(waitMax.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case ActorRevoked revoked -> revoked;
                case AppendFailed failed -> new CommitUnknown(failed);
                case null, default -> new IllegalStateException("the appender failed", e);
            };
        } catch (TimeoutException e) {
            throw new CommitUnknown(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommitUnknown(e);
        }
    }
}
