package io.tallystick.projections.generation;

import static io.tallystick.readmodel.Tables.TOKEN_ENTRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import org.axonframework.common.jdbc.DataSourceConnectionProvider;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One node froze in the middle of a batch, and the other took its segment over meanwhile.
class GenerationTokensTest {

    private static final String PROCESSOR = "ledger@1";

    private final TestDatabase database = TestDatabase.with(Schema.EVENT_LOG, Schema.READ_MODEL);
    private final DSLContext sql = DSL.using(database.dataSource(), SQLDialect.POSTGRES);
    private final GenerationTokens frozen = tokens("frozen");
    private final GenerationTokens other = tokens("other");

    @BeforeEach
    void takeOver() {
        sql.insertInto(TOKEN_ENTRY)
                .set(TOKEN_ENTRY.PROCESSOR_NAME, PROCESSOR)
                .set(TOKEN_ENTRY.SEGMENT, 0)
                .set(TOKEN_ENTRY.TIMESTAMP, "1970-01-01T00:00:00Z")
                .execute();
        frozen.fetchToken(PROCESSOR, 0);
        frozen.storeToken(new GlobalSequenceTrackingToken(10), PROCESSOR, 0);
        sql.update(TOKEN_ENTRY).setNull(TOKEN_ENTRY.OWNER).execute();
        other.fetchToken(PROCESSOR, 0);
        other.storeToken(new GlobalSequenceTrackingToken(20), PROCESSOR, 0);
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void whoever_lost_a_segment_cannot_store_its_token() {
        assertTheFrozenOneLoses();
    }

    @Test
    void whoever_lost_a_segment_cannot_store_its_token_after_it_was_given_back() {
        other.releaseClaim(PROCESSOR, 0);

        assertTheFrozenOneLoses();
    }

    @Test
    void whoever_lost_a_segment_cannot_store_its_token_when_the_other_is_dead_too() {
        sql.update(TOKEN_ENTRY).set(TOKEN_ENTRY.TIMESTAMP, "1970-01-01T00:00:00Z").execute();

        assertTheFrozenOneLoses();
    }

    private void assertTheFrozenOneLoses() {
        assertThatThrownBy(
                        () -> frozen.storeToken(new GlobalSequenceTrackingToken(11), PROCESSOR, 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        assertThatThrownBy(() -> frozen.extendClaim(PROCESSOR, 0))
                .isInstanceOf(UnableToClaimTokenException.class);
        sql.update(TOKEN_ENTRY).setNull(TOKEN_ENTRY.OWNER).execute();
        assertThat(other.fetchToken(PROCESSOR, 0)).isEqualTo(new GlobalSequenceTrackingToken(20));
    }

    private GenerationTokens tokens(String node) {
        return new GenerationTokens(
                new DataSourceConnectionProvider(database.dataSource()),
                Jackson3Serializer.builder().build(),
                node);
    }
}
