package io.tallystick.eventstore.usage;

import io.tallystick.eventstore.LogHead;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer of usage rows on a node. It commits whatever waits as one chunk, at once when
/// idle, so that a hundred single events cost one flush and a single one waits for nobody. A future
/// is completed after the commit and never before.
public final class UsageAppender implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(UsageAppender.class);

    /// A larger request is a group of its own.
    static final int GROUP_ROWS_MAX = 5_000;

    private static final int OPTIMISTIC_AFTER_CLEAN_GROUPS = 32;

    private final Gathering gathering = new Gathering();

    private final DataSource dataSource;
    private final LogHead head;
    private final KeyWindows windows;
    private final RevokedActors revoked;
    private final OneTrip trip;
    private final KeyIndex index;
    private final LinkedBlockingQueue<Submission> queue = new LinkedBlockingQueue<>();
    private final QueueRoom room = new QueueRoom();
    private final Thread thread;
    private volatile boolean open = true;
    private volatile boolean ended;
    private int cleanGroups = OPTIMISTIC_AFTER_CLEAN_GROUPS;

    /// @param dataSource connections in READ COMMITTED and without auto-commit
    public UsageAppender(
            DataSource dataSource, LogHead head, KeyWindows windows, RevokedActors revoked) {
        this.dataSource = dataSource;
        this.head = head;
        this.windows = windows;
        this.revoked = revoked;
        this.trip = new OneTrip(revoked);
        this.index = new KeyIndex(dataSource, windows);
        this.thread = Thread.ofPlatform().name("usage-appender").unstarted(this::run);
    }

    public UsageAppender start() {
        thread.start();
        return this;
    }

    /// Hashes on the calling thread and queues. The outcomes come in the order of the rows.
    ///
    /// @throws IngestQueueFull when too many rows wait already
    public CompletableFuture<List<UsageOutcome>> append(List<UsageRow> rows, IngestOrigin origin) {
        if (rows.isEmpty()) {
            return CompletableFuture.completedFuture(List.of());
        }
        List<KeyedRow> keyed = KeyedRow.of(rows);
        if (!open || !room.tryTake(keyed)) {
            throw new IngestQueueFull();
        }
        var submission = new Submission(keyed, origin, new CompletableFuture<>(), room);
        queue.add(submission);
        if (ended) {
            failWhatWaits();
        }
        return submission.outcomes();
    }

    /// Whether rows are still committed. An appender that died of an error never comes back.
    public boolean isAlive() {
        return !ended;
    }

    private void run() {
        try (var packer = new SlicePacker()) {
            while (open || !queue.isEmpty()) {
                Submission first = queue.poll(100, TimeUnit.MILLISECONDS);
                if (first != null) {
                    gathering.await(() -> 1 + queue.size());
                    List<Submission> group = group(first);
                    commit(group, packer);
                    gathering.answered(group.size());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended = true;
            failWhatWaits();
        }
    }

    /// Nobody commits any more, so nobody may wait for ever.
    private void failWhatWaits() {
        open = false;
        var stopped = new IllegalStateException("the usage appender has stopped");
        for (Submission left = queue.poll(); left != null; left = queue.poll()) {
            left.fail(stopped);
        }
    }

    private List<Submission> group(Submission first) {
        List<Submission> group = new ArrayList<>();
        group.add(first);
        int rows = first.rows().size();
        Submission next = queue.peek();
        while (next != null && rows + next.rows().size() <= GROUP_ROWS_MAX) {
            group.add(queue.remove());
            rows += next.rows().size();
            next = queue.peek();
        }
        return group;
    }

    private void commit(List<Submission> group, SlicePacker packer) {
        try {
            append(group, packer);
        } catch (SQLException | RuntimeException e) {
            LOG.warn("A group of {} requests could not be committed", group.size(), e);
            commitOneByOne(group, packer, e);
        } catch (Error e) {
            group.forEach(submission -> submission.fail(e));
            throw e;
        }
    }

    /// What one request brought must not fail its neighbours. After a lost commit this is safe as
    /// well: rows that are there are duplicates of themselves, which is why a group that may have
    /// been committed fails as unknown instead.
    private void commitOneByOne(List<Submission> group, SlicePacker packer, Exception cause) {
        if (group.size() <= 1 || isConnectionLost(cause)) {
            group.forEach(submission -> submission.fail(cause));
            return;
        }
        for (Submission submission : group) {
            try {
                append(new ArrayList<>(List.of(submission)), packer);
            } catch (SQLException | RuntimeException e) {
                submission.fail(e);
            }
        }
    }

    /// @param left loses the requests of revoked senders, which are answered
    private void append(List<Submission> left, SlicePacker packer) throws SQLException {
        var group = new UsageGroup(List.copyOf(left), revoked);
        while (!isCommitted(group, packer)) {
            refuseRevoked(left);
            group = new UsageGroup(List.copyOf(left), revoked);
        }
        tell(group);
    }

    private boolean isCommitted(UsageGroup group, SlicePacker packer) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            boolean lookFirst = cleanGroups < OPTIMISTIC_AFTER_CLEAN_GROUPS;
            boolean committed = group.commit(connection, lookFirst, index, packer, trip);
            cleanGroups =
                    group.sawStoredKeys()
                            ? 0
                            : Math.min(cleanGroups + 1, OPTIMISTIC_AFTER_CLEAN_GROUPS);
            return committed;
        }
    }

    /// Their neighbours are stored without them. A revoke is final, so whoever was revoked when the
    /// chunk was refused still is, and each round has fewer requests.
    private void refuseRevoked(List<Submission> left) throws SQLException {
        Set<String> found;
        try (Connection connection = dataSource.getConnection()) {
            found =
                    revoked.among(
                            connection,
                            left.stream()
                                    .map(submission -> submission.origin().actorId())
                                    .collect(Collectors.toSet()));
            connection.rollback();
        }
        boolean refused = left.removeIf(submission -> isRefused(submission, found));
        if (!refused) {
            throw new SQLException("a chunk was refused, and none of its senders is revoked");
        }
    }

    private static boolean isRefused(Submission submission, Set<String> actors) {
        boolean refused = actors.contains(submission.origin().actorId());
        if (refused) {
            submission.refuse();
        }
        return refused;
    }

    private void tell(UsageGroup group) {
        group.position().ifPresent(position -> head.advanceTo(position, group.freshRows()));
        windows.appended(group.window(), group.freshKeys());
        group.complete();
    }

    /// Class 08 is a lost connection, 57P a server that goes down: the commit may have happened.
    private static boolean isConnectionLost(Exception cause) {
        String state = cause instanceof SQLException sql ? sql.getSQLState() : null;
        return state == null || state.startsWith("08") || state.startsWith("57P");
    }

    /// Lets what was taken be committed and stops.
    @Override
    public void close() {
        open = false;
        try {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
