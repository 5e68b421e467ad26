package io.tallystick.projections.generation;

import io.tallystick.events.access.AccessEvent.PartnerCreated;
import io.tallystick.projections.Projection;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.async.SequencingPolicy;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.TableField;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/// A projection of the tests: one row per partner. A partner that is handled twice breaks the key.
final class Ledger implements Projection {

    static final Rows ROWS = new Rows();

    private static final String DDL =
            """
            create table read_model.ledger_all (
                generation integer not null,
                key        text    not null,
                primary key (generation, key)
            );
            create view read_model.ledger as
            select key from read_model.ledger_all
            where generation = (select generation from read_model.projection_generation
                                where projection = 'ledger' and state = 'live');
            """;

    private final DSLContext sql;
    private final int segments;
    private final Duration pause;

    /// @param pause before each row of a rebuild
    Ledger(DSLContext sql, int segments, Duration pause) {
        this.sql = sql;
        this.segments = segments;
        this.pause = pause;
    }

    static void create(DSLContext sql) {
        sql.execute(DDL);
    }

    static final class Rows extends TableImpl<Record> {

        private static final long serialVersionUID = 1L;

        final TableField<Record, Integer> generation =
                createField(DSL.name("generation"), SQLDataType.INTEGER);
        final TableField<Record, String> key = createField(DSL.name("key"), SQLDataType.CLOB);

        private Rows() {
            super(DSL.name("read_model", "ledger_all"));
        }
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public int segments() {
        return segments;
    }

    @Override
    public SequencingPolicy<? super EventMessage<?>> policy() {
        return event -> event.getPayload() instanceof PartnerCreated created ? created.key() : "";
    }

    @Override
    public Object handler(int generation) {
        return new Projector(generation);
    }

    @Override
    public List<Table<?>> tables() {
        return List.of(ROWS);
    }

    final class Projector {

        private final int generation;

        private Projector(int generation) {
            this.generation = generation;
        }

        @EventHandler
        void on(PartnerCreated event) {
            if (generation > 1) {
                LockSupport.parkNanos(pause.toNanos());
            }
            sql.insertInto(ROWS)
                    .set(ROWS.generation, generation)
                    .set(ROWS.key, event.key())
                    .execute();
        }
    }
}
