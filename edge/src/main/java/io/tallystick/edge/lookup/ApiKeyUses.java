package io.tallystick.edge.lookup;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// When each key was used last. A request only notes its key in memory; what was noted is written
/// some seconds later, and of each key at most once in a minute, whatever the number of nodes.
@Component
public final class ApiKeyUses {

    /// Keys that are noted between two writes. What does not fit is noted when it comes again.
    private static final int NOTED_MAX = 10_000;

    private static final int BATCH_MAX = 500;
    private static final Duration PAUSE = Duration.ofSeconds(5);

    /// A row that somebody else writes or revokes at the moment is left alone. A key that was
    /// revoked meanwhile is written all the same: that is when somebody wants to know.
    private static final String WRITE =
            """
            update work.api_key set last_used_at = now() where (tenant_id, key_id) in (
              select tenant_id, key_id from work.api_key
              where (tenant_id, key_id) in (select * from unnest(:tenants::uuid[], :keys::uuid[]))
                and (last_used_at is null or last_used_at < now() - interval '1 minute')
              for update skip locked)
            """;

    private static final Logger LOG = LoggerFactory.getLogger(ApiKeyUses.class);

    private final JdbcClient jdbc;

    private record Use(UUID tenantId, UUID keyId) {}

    private final Set<Use> noted = ConcurrentHashMap.newKeySet();
    private final Thread thread = Thread.ofVirtual().name("api-key-uses").unstarted(this::run);
    private volatile boolean open = true;

    ApiKeyUses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @PostConstruct
    void start() {
        thread.start();
    }

    public void note(UUID tenantId, UUID keyId) {
        if (noted.size() < NOTED_MAX) {
            noted.add(new Use(tenantId, keyId));
        }
    }

    private void run() {
        while (open) {
            LockSupport.parkNanos(PAUSE.toNanos());
            flush();
        }
    }

    /// What cannot be written is lost: the key will be used again.
    void flush() {
        try {
            List<Use> uses = take();
            for (int from = 0; from < uses.size(); from += BATCH_MAX) {
                write(uses.subList(from, Math.min(from + BATCH_MAX, uses.size())));
            }
        } catch (DataAccessException e) {
            LOG.warn("When keys were used last could not be written: {}", e.toString());
        }
    }

    private List<Use> take() {
        List<Use> taken = new ArrayList<>(noted);
        taken.forEach(noted::remove);
        return taken;
    }

    private void write(Collection<Use> uses) {
        jdbc.sql(WRITE)
                .param("tenants", uses.stream().map(Use::tenantId).toArray(UUID[]::new))
                .param("keys", uses.stream().map(Use::keyId).toArray(UUID[]::new))
                .update();
    }

    @PreDestroy
    void close() {
        open = false;
        LockSupport.unpark(thread);
        try {
            thread.join(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
