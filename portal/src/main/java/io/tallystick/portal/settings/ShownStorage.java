package io.tallystick.portal.settings;

import io.tallystick.edge.lookup.StoragePools.Pool;

/// The storage of a customer, for its bar.
///
/// @param usedMb rounded up, so that the last byte shows
record ShownStorage(long usedMb, int allocatedMb, long availableMb) {

    static ShownStorage of(long usedMb, int allocatedMb, Pool pool) {
        return new ShownStorage(usedMb, allocatedMb, pool.availableMb());
    }

    /// A bar has a length, also where nothing is allocated.
    public int max() {
        return Math.max(1, allocatedMb);
    }
}
