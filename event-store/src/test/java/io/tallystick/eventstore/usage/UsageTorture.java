package io.tallystick.eventstore.usage;

import io.tallystick.eventstore.TroubledConnections;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.usage.UsageOutcome.Accepted;
import io.tallystick.eventstore.usage.UsageOutcome.Conflict;
import io.tallystick.eventstore.usage.UsageOutcome.Duplicate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;

/// One node that sends usage under torture, some of it also sent by the other nodes. What it was
/// answered is kept, to be compared with the log at the end.
public final class UsageTorture implements AutoCloseable {

    private static final int ROWS_MAX = 300;
    private static final int COMMON_KEYS = 4_000;

    private final Node node;
    private final String name;
    private final RandomGenerator random;
    private final AtomicInteger sent = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private final Map<EventRef, String> acknowledged = new ConcurrentHashMap<>();

    public UsageTorture(
            TestDatabase database,
            String name,
            RandomGenerator random,
            TroubledConnections.Trouble trouble) {
        this.name = name;
        this.random = random;
        this.node = new Node(database, real -> TroubledConnections.of(real, trouble)).start();
    }

    /// Called by one thread.
    public void sendOne() throws Exception {
        List<UsageRow> rows = new ArrayList<>();
        for (int i = 1 + random.nextInt(ROWS_MAX); i > 0; i--) {
            rows.add(Usage.row(id()));
        }
        try {
            keep(rows, node.send(rows).get(60, TimeUnit.SECONDS));
            sent.incrementAndGet();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof AppendFailed)) {
                throw e;
            }
            failed.incrementAndGet();
        }
    }

    private String id() {
        return random.nextInt(10) == 0
                ? "common " + random.nextInt(COMMON_KEYS)
                : name + " " + random.nextLong();
    }

    private void keep(List<UsageRow> rows, List<UsageOutcome> outcomes) {
        for (int i = 0; i < rows.size(); i++) {
            switch (outcomes.get(i)) {
                case Accepted(EventRef ref) -> acknowledged.put(ref, rows.get(i).id());
                case Duplicate(EventRef ref) -> acknowledged.put(ref, rows.get(i).id());
                case Conflict() -> throw new AssertionError("equal rows cannot be in conflict");
            }
        }
    }

    /// What the sender was told is stored where. A duplicate names the row of its first sender.
    public Map<EventRef, String> acknowledged() {
        return acknowledged;
    }

    public int sent() {
        return sent.get();
    }

    public int failed() {
        return failed.get();
    }

    @Override
    public void close() {
        node.close();
    }
}
