package io.tallystick.command.group;

import io.tallystick.eventstore.DerivedFacts;
import io.tallystick.eventstore.DerivedFacts.Derived;
import io.tallystick.eventstore.LogHead;
import io.tallystick.eventstore.LogPages;
import io.tallystick.eventstore.LogPages.Entry;
import io.tallystick.eventstore.usage.UsageChunk;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// Follows the log with one group. A lock of the database says which node is at work, and ends with
/// the transaction of each page: when that node is killed, another goes on with the next page. A
/// node that was frozen loses its transaction with the lock, so it can commit nothing.
final class LogGroup implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(LogGroup.class);

    static final int PAGE_ENTRIES_MAX = 100;

    /// Of usage in a page, unless one chunk alone has more.
    static final int PAGE_ROWS_MAX = 20_000;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final long NOBODY_MOVED = -1;

    /// The limit of idle time is gone with the transaction.
    private static final String TAKE =
            """
            select set_config('idle_in_transaction_session_timeout', '10s', true),
              pg_try_advisory_xact_lock(hashtextextended('tallystick/' || :name, 0)) as mine
            """;

    private final LogWork work;
    private final LogPages pages;
    private final DerivedFacts derived;
    private final LogHead head;
    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private volatile boolean open = true;
    private long lookedAtNanos = System.nanoTime();

    LogGroup(
            LogWork work,
            LogPages pages,
            DerivedFacts derived,
            LogHead head,
            JdbcClient jdbc,
            TransactionTemplate transactions) {
        this.work = work;
        this.pages = pages;
        this.derived = derived;
        this.head = head;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /// What one transaction did.
    ///
    /// @param position where the group is now, or that another node is at work
    /// @param appended the position of the last fact that was derived, if any
    private record Step(long position, boolean moved, long appended) {}

    @Override
    public void run() {
        while (open) {
            try {
                Step step = step();
                if (!step.moved() && step.appended() == 0) {
                    pages.await(Math.max(step.position(), head.position()), LOOK_AGAIN);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException e) {
                failed(e);
            }
        }
    }

    private void failed(RuntimeException e) {
        work.forget();
        if (open) {
            LOG.warn("The group {} could not go on and tries again", work.name(), e);
            LockSupport.parkNanos(AFTER_FAILURE.toNanos());
        }
    }

    private Step step() {
        Step step = transactions.execute(status -> once());
        if (step == null) {
            throw new IllegalStateException("a step answered nothing");
        }
        if (step.appended() > 0) {
            head.advanceTo(step.appended());
        }
        return step;
    }

    private Step once() {
        if (!isMine()) {
            return new Step(NOBODY_MOVED, false, 0);
        }
        long position = position();
        List<Entry> page = cut(pages.after(position, PAGE_ENTRIES_MAX));
        List<Derived> follows = new ArrayList<>();
        if (page.isEmpty() || isTimeToLook()) {
            follows.addAll(work.idle());
        }
        if (page.isEmpty()) {
            return new Step(position, false, append(follows));
        }
        follows.addAll(work.apply(page));
        long reached = page.getLast().position();
        move(position, reached);
        return new Step(reached, true, append(follows));
    }

    /// Time passes while there is always another page, too.
    private boolean isTimeToLook() {
        long now = System.nanoTime();
        boolean due = now - lookedAtNanos >= LOOK_AGAIN.toNanos();
        lookedAtNanos = due ? now : lookedAtNanos;
        return due;
    }

    private boolean isMine() {
        return jdbc.sql(TAKE)
                .param("name", work.name())
                .query((row, number) -> row.getBoolean("mine"))
                .single();
    }

    private long position() {
        return jdbc.sql("select position from work.log_group where name = :name")
                .param("name", work.name())
                .query(Long.class)
                .single();
    }

    private void move(long from, long to) {
        int rows =
                jdbc.sql(
                                "update work.log_group set position = :to where name = :name and position = :from")
                        .param("to", to)
                        .param("name", work.name())
                        .param("from", from)
                        .update();
        if (rows != 1) {
            throw new IllegalStateException("the group " + work.name() + " was moved by another");
        }
    }

    /// The last of all writes: it takes the lock of positions.
    private long append(List<Derived> follows) {
        return derived.append(follows).orElse(0);
    }

    private static List<Entry> cut(List<Entry> page) {
        int rows = 0;
        for (int i = 0; i < page.size(); i++) {
            if (page.get(i).message().getPayload() instanceof UsageChunk chunk) {
                rows += chunk.rows();
            }
            if (rows > PAGE_ROWS_MAX && i > 0) {
                return page.subList(0, i);
            }
        }
        return page;
    }

    void stop() {
        open = false;
    }
}
