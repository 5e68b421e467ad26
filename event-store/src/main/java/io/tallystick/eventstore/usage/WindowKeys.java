package io.tallystick.eventstore.usage;

import java.util.Collection;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The filters of the newest windows, grown from what this node itself stored. A node that stored
/// all keys of a window need not read two million of them back when it is closed.
///
/// Only keys whose commit is known are added, each once, so they are some of the window's keys. As
/// many as the window has are all of them.
final class WindowKeys {

    /// The open one and, until its filter is asked for, the one before.
    private static final int WINDOWS_MAX = 2;

    private final long keysMax;
    private final NavigableMap<Integer, Grown> windows = new TreeMap<>();

    /// @param keysMax how many a filter is made for; more make it answer *perhaps* more often
    WindowKeys(long keysMax) {
        this.keysMax = keysMax;
    }

    synchronized void add(int window, Collection<Hash128> keys) {
        if (keys.isEmpty()) {
            return;
        }
        Grown grown = windows.computeIfAbsent(window, absent -> new Grown(keysMax));
        keys.forEach(grown::add);
        if (windows.size() > WINDOWS_MAX) {
            windows.pollFirstEntry();
        }
    }

    /// Ends the growth of a closed window.
    ///
    /// @param keys how many the window has, whoever stored them
    /// @return null when somebody else stored some of them, or this node before it was started anew
    synchronized @Nullable KeyFilter take(int window, long keys) {
        Grown grown = windows.remove(window);
        return grown != null && grown.keys == keys ? grown.filter : null;
    }

    private static final class Grown {

        private final KeyFilter filter;
        private long keys;

        private Grown(long keysMax) {
            this.filter = KeyFilter.empty(keysMax);
        }

        private void add(Hash128 key) {
            filter.add(key);
            keys++;
        }
    }
}
