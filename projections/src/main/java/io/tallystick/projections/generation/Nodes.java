package io.tallystick.projections.generation;

import static io.tallystick.readmodel.Tables.PROJECTION_NODE;
import static io.tallystick.readmodel.Tables.TOKEN_ENTRY;
import static org.jooq.impl.DSL.currentInstant;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;

import java.time.Duration;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.types.DayToSecond;

/// The nodes that are there, and what each may claim. Whether one is there is judged by the
/// database's clock alone.
///
/// Two nodes that see different ones for a moment only claim too much or too little until they look
/// again. Shares are rounded up, so together they always suffice for all segments.
final class Nodes {

    /// A node says that it is there once in that time.
    private static final Duration INTERVAL = Duration.ofSeconds(1);

    /// A node that was not heard of for so long has ended, or is frozen and must not be waited for.
    /// When it was only slow, its batches are rolled back and it claims anew.
    private static final Duration GONE_AFTER = Duration.ofSeconds(5);

    private final DSLContext sql;
    private final String self;
    private volatile int live = 1;
    private List<String> seen = List.of();
    private long nextLook = System.nanoTime();

    Nodes(DSLContext sql, String self) {
        this.sql = sql;
        this.self = self;
    }

    /// How many of a generation's segments this node may work on; never none, so that whoever is
    /// alone with a wrong idea of others does not leave everything lying.
    int share(int segments) {
        return Math.max(1, Math.ceilDiv(segments, live));
    }

    /// Says that this node is there and sees who else is. It does so once a second, however often
    /// it is called. Every statement commits by itself: nodes that resume together and clear away
    /// each other wait for nobody.
    ///
    /// @return whether others have come or gone
    boolean look() {
        if (System.nanoTime() - nextLook < 0) {
            return false;
        }
        sql.insertInto(PROJECTION_NODE)
                .set(PROJECTION_NODE.NODE, self)
                .onConflict(PROJECTION_NODE.NODE)
                .doUpdate()
                .set(PROJECTION_NODE.SEEN_AT, currentInstant())
                .execute();
        if (sql.fetchExists(PROJECTION_NODE, isGone())) {
            clearGone();
        }
        List<String> now =
                sql.select(PROJECTION_NODE.NODE)
                        .from(PROJECTION_NODE)
                        .where(isGone().not())
                        .orderBy(PROJECTION_NODE.NODE)
                        .fetch(PROJECTION_NODE.NODE);
        boolean changed = !now.equals(seen);
        seen = now;
        live = Math.max(1, now.size());
        nextLook = System.nanoTime() + INTERVAL.toNanos();
        return changed;
    }

    /// Takes back the claims of those who are gone. A token that a frozen transaction has locked is
    /// left for the next look, and the node's row stays as long as it has claims.
    private void clearGone() {
        sql.update(TOKEN_ENTRY)
                .setNull(TOKEN_ENTRY.OWNER)
                .where(
                        row(TOKEN_ENTRY.PROCESSOR_NAME, TOKEN_ENTRY.SEGMENT)
                                .in(
                                        select(TOKEN_ENTRY.PROCESSOR_NAME, TOKEN_ENTRY.SEGMENT)
                                                .from(TOKEN_ENTRY)
                                                .where(
                                                        TOKEN_ENTRY.OWNER.in(
                                                                select(PROJECTION_NODE.NODE)
                                                                        .from(PROJECTION_NODE)
                                                                        .where(isGone())))
                                                .forUpdate()
                                                .skipLocked()))
                .execute();
        sql.deleteFrom(PROJECTION_NODE).where(isGone()).and(hasNoClaims()).execute();
    }

    private static Condition hasNoClaims() {
        return notExists(
                selectOne().from(TOKEN_ENTRY).where(TOKEN_ENTRY.OWNER.eq(PROJECTION_NODE.NODE)));
    }

    private static Condition isGone() {
        return PROJECTION_NODE.SEEN_AT.lt(currentInstant().minus(DayToSecond.valueOf(GONE_AFTER)));
    }

    /// The others need not wait until this node is missed, if it has given its claims back.
    void leave() {
        nextLook = System.nanoTime();
        sql.deleteFrom(PROJECTION_NODE)
                .where(PROJECTION_NODE.NODE.eq(self))
                .and(hasNoClaims())
                .execute();
    }
}
