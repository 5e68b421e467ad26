package io.tallystick.edge.lookup;

import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Failed attempts to sign in, by account and by where they came from. Whoever guesses waits longer
/// each time, and nobody else does: the wait belongs to the pair of account and source. Accounts
/// that nobody has are counted like all others, so that a wait tells nothing.
@Repository
public class LoginAttempts {

    /// Mistakes that cost nobody a wait.
    static final int FREE = 5;

    /// Mistakes of one account from all sources, after which none is free any more. The right
    /// password still opens from wherever nobody has to wait.
    static final int FREE_OF_ACCOUNT = 100;

    static final Duration WAIT_MAX = Duration.ofMinutes(5);
    static final Duration FORGOTTEN_AFTER = Duration.ofHours(1);

    private static final String ALL_SOURCES = "";
    private static final int DOUBLINGS_MAX = 20;

    /// Rows that one failure cleans up. Each row has cost a guess a slow hash, so there are no more
    /// than the machine can compute in an hour.
    private static final int FORGOTTEN_AT_ONCE = 100;

    private final JdbcClient jdbc;

    LoginAttempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Counts the attempt before the password is looked at: of a thousand that come at once no more
    /// than the free ones are tried.
    ///
    /// @return false when the source has to wait; then the attempt was not counted
    public boolean begin(byte[] account, String source, Instant now) {
        int free = ofAccount(account, now) >= FREE_OF_ACCOUNT ? 0 : FREE;
        return jdbc.sql(
                                """
                                insert into work.login_attempt as known (account, source, failures, retry_at, last_at)
                                values (:account, :source, 1, :now + make_interval(secs => case when :free = 0 then 1 else 0 end), :now)
                                on conflict (account, source) do update set
                                  failures = case when known.last_at < :forgotten then 1 else known.failures + 1 end,
                                  retry_at = :now + make_interval(secs =>
                                    case when known.last_at < :forgotten or known.failures < :free then 0
                                    else least(power(2, least(known.failures - :free, :doublings)), :wait) end),
                                  last_at = :now
                                where known.retry_at <= :now
                                """)
                        .param("account", account)
                        .param("source", source)
                        .param("free", free)
                        .param("now", Invitations.time(now))
                        .param("forgotten", Invitations.time(now.minus(FORGOTTEN_AFTER)))
                        .param("doublings", DOUBLINGS_MAX)
                        .param("wait", WAIT_MAX.toSeconds())
                        .update()
                == 1;
    }

    /// The password was right: the source begins anew.
    public void succeed(byte[] account, String source) {
        jdbc.sql("delete from work.login_attempt where account = :account and source = :source")
                .param("account", account)
                .param("source", source)
                .update();
    }

    /// The password was wrong.
    public void fail(byte[] account, Instant now) {
        jdbc.sql(
                        """
                        insert into work.login_attempt as known (account, source, failures, retry_at, last_at)
                        values (:account, :source, 1, :now, :now)
                        on conflict (account, source) do update set
                          failures = case when known.last_at < :forgotten then 1 else known.failures + 1 end,
                          last_at = :now
                        """)
                .param("account", account)
                .param("source", ALL_SOURCES)
                .param("now", Invitations.time(now))
                .param("forgotten", Invitations.time(now.minus(FORGOTTEN_AFTER)))
                .update();
        forget(now);
    }

    private void forget(Instant now) {
        jdbc.sql(
                        """
                        delete from work.login_attempt where (account, source) in (
                          select account, source from work.login_attempt where last_at < :forgotten
                          limit :limit for update skip locked)
                        """)
                .param("forgotten", Invitations.time(now.minus(FORGOTTEN_AFTER)))
                .param("limit", FORGOTTEN_AT_ONCE)
                .update();
    }

    private int ofAccount(byte[] account, Instant now) {
        return jdbc.sql(
                        """
                        select failures from work.login_attempt
                        where account = :account and source = :source and last_at >= :forgotten
                        """)
                .param("account", account)
                .param("source", ALL_SOURCES)
                .param("forgotten", Invitations.time(now.minus(FORGOTTEN_AFTER)))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }
}
