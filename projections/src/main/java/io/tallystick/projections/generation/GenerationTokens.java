package io.tallystick.projections.generation;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.jdbc.JdbcException;
import org.axonframework.common.jdbc.JdbcUtils;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// The tokens of all generations. They are made with their generation and deleted with it, and
/// never by a processor: one that starts late, when its generation is gone already, finds no
/// segment and does nothing, where Axon would give it new ones and let it begin anew.
///
/// Whoever stores a token or extends a claim must still own it. Axon would let a node that was
/// frozen claim it again, if the one that took it over has given it back or is dead by then; the
/// node would go on where it was, and what was handled meanwhile would count twice.
public final class GenerationTokens extends JdbcTokenStore {

    /// Axon compares it with the clocks of the nodes, so it is long: the claims of a node that is
    /// gone are taken back by [Nodes] much earlier, and by the database's clock. It is for a node
    /// that is there and whose segment hangs.
    private static final Duration CLAIM_TIMEOUT = Duration.ofMinutes(1);

    private static final String EXTEND =
            """
            update read_model.token_entry
            set timestamp = to_char(clock_timestamp() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
            where processor_name = ? and segment = ? and owner = ?
            """;

    private final String node;

    /// @param node who claims segments: the same name is never used by two that run at a time
    public GenerationTokens(ConnectionProvider connections, Serializer serializer, String node) {
        super(
                builder()
                        .connectionProvider(connections)
                        .serializer(serializer)
                        .nodeId(node)
                        .claimTimeout(CLAIM_TIMEOUT)
                        .schema(
                                TokenSchema.builder()
                                        .setTokenTable("read_model.token_entry")
                                        .setProcessorNameColumn("processor_name")
                                        .setTokenTypeColumn("token_type")
                                        .build()));
        this.node = node;
    }

    String node() {
        return node;
    }

    @Override
    public void initializeTokenSegments(
            String processorName, int segmentCount, @Nullable TrackingToken initialToken) {}

    /// Called when this node does not own the token that it wants to store.
    @Override
    protected void updateToken(
            Connection connection,
            ResultSet entry,
            TrackingToken token,
            String processorName,
            int segment) {
        throw lost(processorName, segment);
    }

    @Override
    public void extendClaim(String processorName, int segment) {
        Connection connection = getConnection();
        try (var statement = connection.prepareStatement(EXTEND)) {
            statement.setString(1, processorName);
            statement.setInt(2, segment);
            statement.setString(3, node);
            if (statement.executeUpdate() == 0) {
                throw lost(processorName, segment);
            }
        } catch (SQLException e) {
            throw new JdbcException("The claim could not be extended", e);
        } finally {
            JdbcUtils.closeQuietly(connection);
        }
    }

    private UnableToClaimTokenException lost(String processorName, int segment) {
        return new UnableToClaimTokenException(
                "The segment %d of %s is no longer %s's".formatted(segment, processorName, node));
    }
}
