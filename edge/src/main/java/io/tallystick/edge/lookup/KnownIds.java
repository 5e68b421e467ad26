package io.tallystick.edge.lookup;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.UUID;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Ids that were found under keys. A key keeps its id for ever, so what was found once need not be
/// asked for with every request. That something is absent is never kept: it may be there at once.
final class KnownIds<K> {

    private static final int MAX = 100_000;

    private final Cache<K, UUID> ids = Caffeine.newBuilder().maximumSize(MAX).build();

    Optional<UUID> find(K key) {
        return Optional.ofNullable(ids.getIfPresent(key));
    }

    /// What a transaction sees of itself may be rolled back.
    void keep(K key, UUID id) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            ids.put(key, id);
        }
    }
}
