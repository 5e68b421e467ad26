package io.tallystick.edge.password;

import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.ApiKeySecret;
import io.tallystick.edge.lookup.LoginAttempts;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// The only place that compares passwords. It makes guessing slow for who guesses and for nobody
/// else, and never takes more than half of the machine: a hash is slow on purpose.
@Component
public class PasswordCheck {

    private static final int AT_ONCE_MAX =
            Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    private static final Duration TURN_MAX = Duration.ofSeconds(5);

    private final PasswordEncoder encoder;
    private final LoginAttempts attempts;
    private final Clock clock;
    private final String nobodysHash;
    private final Semaphore turns = new Semaphore(AT_ONCE_MAX, true);

    PasswordCheck(PasswordEncoder encoder, LoginAttempts attempts, Clock clock) {
        this.encoder = encoder;
        this.attempts = attempts;
        this.clock = clock;
        this.nobodysHash = encoder.encode(Ids.next().toString());
    }

    /// What became of an attempt.
    public enum Answer {
        RIGHT,
        WRONG,
        WAIT
    }

    /// An account that nobody has costs as much time as one that somebody has, so that the answer's
    /// time tells nobody which accounts there are.
    ///
    /// @param account in the form in which logins are compared
    /// @param source where the attempt comes from
    /// @param hash empty when nobody has the account
    public Answer check(String account, String source, Optional<String> hash, String password) {
        byte[] key = ApiKeySecret.hash(account);
        if (!attempts.begin(key, source, clock.instant())) {
            return Answer.WAIT;
        }
        Optional<Boolean> matches = inTurn(password, hash.orElse(nobodysHash));
        if (matches.isEmpty()) {
            return Answer.WAIT;
        }
        if (matches.get() && hash.isPresent()) {
            attempts.succeed(key, source);
            return Answer.RIGHT;
        }
        attempts.fail(key, clock.instant());
        return Answer.WRONG;
    }

    /// @return empty when too many others are being checked
    private Optional<Boolean> inTurn(String password, String hash) {
        try {
            if (!turns.tryAcquire(TURN_MAX.toMillis(), TimeUnit.MILLISECONDS)) {
                return Optional.empty();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
        try {
            return Optional.of(encoder.matches(password, hash));
        } finally {
            turns.release();
        }
    }
}
