package io.tallystick.eventstore;

import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Carries the position of what a command appended from the log back to the endpoint that sent the
/// command, without either knowing the other. Commands run on the thread that sends them, so a
/// scoped value reaches the engine.
public final class AppendReceipt {

    private static final long NOTHING = -1;
    private static final ScopedValue<AppendReceipt> CURRENT = ScopedValue.newInstance();

    private final AtomicLong position = new AtomicLong(NOTHING);

    /// Runs the work; afterwards [#position] tells where its last fact went.
    public <T extends @Nullable Object> T during(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /// Empty when the work appended nothing.
    public OptionalLong position() {
        long appended = position.get();
        return appended == NOTHING ? OptionalLong.empty() : OptionalLong.of(appended);
    }

    static void record(long appended) {
        if (CURRENT.isBound()) {
            CURRENT.get().position.accumulateAndGet(appended, Math::max);
        }
    }
}
