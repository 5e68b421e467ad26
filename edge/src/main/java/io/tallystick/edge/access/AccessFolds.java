package io.tallystick.edge.access;

import io.tallystick.events.audit.AccessLine;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/// What was asked on this node since it was last taken, in lines that count. Every request is
/// counted once, in a line of its own kind or, where its [Crowd] has no more of them, in the one
/// that names nobody. So the counts are exact, and the memory is bounded whoever asks.
///
/// A request holds the lock for a look into a map.
@Component
public final class AccessFolds {

    private final EnumMap<Crowd, Integer> lines = new EnumMap<>(Crowd.class);
    private Map<Access.Alike, Fold> open = new LinkedHashMap<>();

    synchronized void note(Access access) {
        Fold known = open.get(access.alike());
        (known == null ? begin(access) : known).add(access);
    }

    /// Nothing that was taken is in what is taken next.
    public synchronized List<AccessLine> take() {
        List<AccessLine> taken = open.values().stream().map(Fold::line).toList();
        open = new LinkedHashMap<>();
        lines.clear();
        return taken;
    }

    private Fold begin(Access access) {
        Crowd crowd = Crowd.of(access.alike());
        int used = lines.getOrDefault(crowd, 0);
        if (used == crowd.linesMax()) {
            return open.computeIfAbsent(crowd.rest(access.alike()), rest -> new Fold(rest, access));
        }
        lines.put(crowd, used + 1);
        var fold = new Fold(access.alike(), access);
        open.put(access.alike(), fold);
        return fold;
    }
}
