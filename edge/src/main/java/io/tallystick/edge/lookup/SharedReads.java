package io.tallystick.edge.lookup;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Asks the database once for all who wait at the same moment, instead of once for each. An answer
/// is read after its question was put: whoever asks after a command was acknowledged sees what it
/// did. Nothing is kept. As many questions wait as there are requests.
final class SharedReads<K, V> {

    /// Questions of one query.
    static final int QUESTIONS_MAX = 500;

    private final Function<Collection<K>, Map<K, V>> query;
    private final Queue<Question<K, V>> waiting = new ConcurrentLinkedQueue<>();
    private final Semaphore turn = new Semaphore(1);

    private record Question<K, V>(K key, CompletableFuture<Optional<V>> answer) {}

    /// @param query is told each key once or more often; a key that is absent has no answer
    SharedReads(Function<Collection<K>, Map<K, V>> query) {
        this.query = query;
    }

    /// Whatever the query throws, everybody who shares it gets.
    Optional<V> find(K key) {
        var question = new Question<K, V>(key, new CompletableFuture<>());
        waiting.add(question);
        answerWhile(() -> !question.answer().isDone());
        leaveNobodyBehind();
        try {
            return question.answer().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    int waiting() {
        return waiting.size();
    }

    /// Who came while the turn was taken did not get it, and whoever had it has its own answer now
    /// and goes.
    private void leaveNobodyBehind() {
        if (!waiting.isEmpty() && turn.availablePermits() > 0) {
            Thread.startVirtualThread(() -> answerWhile(() -> !waiting.isEmpty()));
        }
    }

    private void answerWhile(BooleanSupplier wanted) {
        while (wanted.getAsBoolean() && turn.tryAcquire()) {
            try {
                answerSome();
            } finally {
                turn.release();
            }
        }
    }

    private void answerSome() {
        List<Question<K, V>> questions = new ArrayList<>();
        Question<K, V> next = waiting.poll();
        while (next != null) {
            questions.add(next);
            next = questions.size() < QUESTIONS_MAX ? waiting.poll() : null;
        }
        if (questions.isEmpty()) {
            return;
        }
        try {
            Map<K, V> found = query.apply(questions.stream().map(Question::key).toList());
            questions.forEach(question ->
                    question.answer().complete(Optional.ofNullable(found.get(question.key()))));
        } catch (Throwable e) {
            questions.forEach(question -> question.answer().completeExceptionally(e));
        }
    }
}
