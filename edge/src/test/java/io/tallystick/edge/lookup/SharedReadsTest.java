package io.tallystick.edge.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedReadsTest {

    @Test
    void a_question_is_answered_and_what_is_absent_is_empty() {
        var reads = new SharedReads<String, Integer>(keys -> Map.of("one", 1));

        assertThat(reads.find("one")).contains(1);
        assertThat(reads.find("two")).isEmpty();
    }

    @Test
    void all_who_wait_for_a_query_share_the_next() throws Exception {
        var slow = new Gate();
        var reads = new SharedReads<Integer, Integer>(slow);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Optional<Integer>> first = threads.submit(() -> reads.find(0));
            slow.entered.acquire();
            List<Future<Optional<Integer>>> others = new ArrayList<>();
            for (int i = 1; i <= 100; i++) {
                int key = i;
                others.add(threads.submit(() -> reads.find(key)));
            }
            while (reads.waiting() < others.size()) {
                Thread.onSpinWait();
            }
            slow.open.release(1_000);

            assertThat(first.get()).contains(0);
            for (int i = 0; i < others.size(); i++) {
                assertThat(others.get(i).get()).contains(i + 1);
            }
        }
        assertThat(slow.queries).hasValue(2);
    }

    @Test
    void an_answer_is_never_older_than_its_question() throws Exception {
        Map<String, Integer> table = new ConcurrentHashMap<>(Map.of("counter", 0));
        var reads = new SharedReads<String, Integer>(keys -> Map.copyOf(table));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new CountDownLatch(8);
            List<Future<?>> readers = new ArrayList<>();
            for (int reader = 0; reader < 8; reader++) {
                readers.add(
                        threads.submit(() -> {
                            running.countDown();
                            for (int i = 0; i < 2_000; i++) {
                                int before = table.getOrDefault("counter", -1);
                                assertThat(reads.find("counter").orElseThrow())
                                        .isGreaterThanOrEqualTo(before);
                            }
                        }));
            }
            running.await();
            for (int i = 1; i <= 2_000; i++) {
                table.put("counter", i);
            }
            for (Future<?> reader : readers) {
                reader.get();
            }
        }
    }

    @Test
    void more_questions_than_one_query_takes_are_all_answered() throws Exception {
        var reads =
                new SharedReads<Integer, Integer>(keys -> {
                    assertThat(keys).hasSizeLessThanOrEqualTo(SharedReads.QUESTIONS_MAX);
                    return same(keys);
                });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Optional<Integer>>> answers = new ArrayList<>();
            for (int i = 0; i < 4 * SharedReads.QUESTIONS_MAX; i++) {
                int key = i;
                answers.add(threads.submit(() -> reads.find(key)));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertThat(answers.get(i).get()).contains(i);
            }
        }
    }

    @Test
    void a_query_that_fails_fails_its_askers_and_nobody_after_them() {
        var failures = new AtomicInteger(1);
        var reads =
                new SharedReads<Integer, Integer>(keys -> {
                    if (failures.getAndDecrement() > 0) {
                        throw new IllegalStateException("away");
                    }
                    return same(keys);
                });

        assertThatThrownBy(() -> reads.find(1))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("away");
        assertThat(reads.find(1)).contains(1);
    }

    private static Map<Integer, Integer> same(Collection<Integer> keys) {
        Map<Integer, Integer> same = new ConcurrentHashMap<>();
        keys.forEach(key -> same.put(key, key));
        return same;
    }

    /// A query that says when it begins and waits to be let through.
    private static final class Gate
            implements Function<Collection<Integer>, Map<Integer, Integer>> {

        private final Semaphore entered = new Semaphore(0);
        private final Semaphore open = new Semaphore(0);
        private final AtomicInteger queries = new AtomicInteger();

        @Override
        public Map<Integer, Integer> apply(Collection<Integer> keys) {
            queries.incrementAndGet();
            entered.release();
            open.acquireUninterruptibly();
            return same(keys);
        }
    }
}
