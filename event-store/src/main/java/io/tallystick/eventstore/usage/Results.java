package io.tallystick.eventstore.usage;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/// The results of several statements that were sent as one.
final class Results {

    private Results() {}

    static void forEach(PreparedStatement statements, Reading reading) throws SQLException {
        boolean isResultSet = statements.execute();
        while (isResultSet || statements.getUpdateCount() != -1) {
            if (isResultSet) {
                try (ResultSet result = statements.getResultSet()) {
                    reading.read(result);
                }
            }
            isResultSet = statements.getMoreResults();
        }
    }

    interface Reading {
        void read(ResultSet result) throws SQLException;
    }
}
