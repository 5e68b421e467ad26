package io.tallystick.projections.generation;

import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/// The tokens of all generations. They are made with their generation and deleted with it, and
/// never by a processor: one that starts late, when its generation is gone already, finds no
/// segment and does nothing, where Axon would give it new ones and let it begin anew.
public final class GenerationTokens extends JdbcTokenStore {

    /// @param node who claims segments: the same name is never used by two that run at a time
    public GenerationTokens(ConnectionProvider connections, Serializer serializer, String node) {
        super(
                builder()
                        .connectionProvider(connections)
                        .serializer(serializer)
                        .nodeId(node)
                        .schema(
                                TokenSchema.builder()
                                        .setTokenTable("read_model.token_entry")
                                        .setProcessorNameColumn("processor_name")
                                        .setTokenTypeColumn("token_type")
                                        .build()));
    }

    @Override
    public void initializeTokenSegments(
            String processorName, int segmentCount, @Nullable TrackingToken initialToken) {}
}
