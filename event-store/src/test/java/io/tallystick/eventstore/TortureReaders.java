package io.tallystick.eventstore;

import io.tallystick.eventstore.usage.UsageReader;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.common.transaction.Transaction;
import org.axonframework.eventhandling.TrackedEventMessage;

/// The two ways to read: as projections do, and by plain polls without any check.
final class TortureReaders {

    private static final double REOPENS = 0.002;
    private static final int BATCH_MAX = 200;
    private static final int POLLS_MAX = 3;

    private TortureReaders() {}

    /// Follows a stream and now and then opens another one where it was.
    static final class Following extends TortureReader {

        private final LogMessageSource source;
        private final Trouble trouble;
        private BlockingStream<TrackedEventMessage<?>> stream;

        Following(
                LogMessageSource source,
                UsageReader usage,
                Trouble trouble,
                AtomicBoolean goesOn,
                AtomicLong end) {
            super(usage, goesOn, end);
            this.source = source;
            this.trouble = trouble;
            this.stream = source.openStream(source.createTailToken());
        }

        @Override
        void readSome() throws InterruptedException {
            if (trouble.happens(REOPENS)) {
                stream.close();
                stream = source.openStream(token());
            }
            if (stream.hasNextAvailable(20, TimeUnit.MILLISECONDS)) {
                stream.peek().ifPresent(this::accept);
                stream.nextAvailable();
            }
        }
    }

    /// Polls in batches of any size, sometimes several times in one snapshot.
    static final class Polling extends TortureReader {

        private final TestLog log;
        private final PostgresEventStorageEngine engine;
        private final Trouble trouble;

        Polling(
                TestLog log,
                PostgresEventStorageEngine engine,
                UsageReader usage,
                Trouble trouble,
                AtomicBoolean goesOn,
                AtomicLong end) {
            super(usage, goesOn, end);
            this.log = log;
            this.engine = engine;
            this.trouble = trouble;
        }

        @Override
        void readSome() throws SQLException {
            Transaction transaction = log.startTransaction();
            try {
                if (trouble.happens(0.5)) {
                    new Work(log).execute("set transaction isolation level repeatable read");
                }
                int polls = 1 + trouble.below(POLLS_MAX);
                for (int poll = 0; poll < polls; poll++) {
                    engine.messagesAfter(token(), 1 + trouble.below(BATCH_MAX))
                            .forEach(this::accept);
                    trouble.stall();
                }
            } finally {
                transaction.rollback();
            }
        }
    }
}
