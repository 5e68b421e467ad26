package io.tallystick.query.position;

import static io.tallystick.readmodel.Tables.TOKEN_ENTRY;

import java.util.HashMap;
import java.util.Map;
import org.jooq.DSLContext;

/// Positions of projections as their own transactions committed them. A projection that is split
/// into segments is where its slowest segment is.
final class TokenTable {

    private final DSLContext sql;

    TokenTable(DSLContext sql) {
        this.sql = sql;
    }

    Map<String, Long> positions() {
        Map<String, Long> positions = new HashMap<>();
        sql.select(TOKEN_ENTRY.PROCESSOR_NAME, TOKEN_ENTRY.TOKEN)
                .from(TOKEN_ENTRY)
                .forEach(row ->
                        positions.merge(row.value1(), TokenPosition.of(row.value2()), Math::min));
        return positions;
    }

    long position(String projection) {
        return sql
                .select(TOKEN_ENTRY.TOKEN)
                .from(TOKEN_ENTRY)
                .where(TOKEN_ENTRY.PROCESSOR_NAME.eq(projection))
                .fetch(row -> TokenPosition.of(row.value1()))
                .stream()
                .mapToLong(Long::longValue)
                .min()
                .orElse(TokenPosition.START);
    }
}
