package io.tallystick.app.log;

import io.tallystick.eventstore.LogMessageSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.config.ConfigurerModule;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.TokenSchema;
import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.axonframework.serialization.Serializer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How projections follow the log: each with a token of its own, which commits with its rows.
@Configuration
class ProcessingConfiguration {

    /// Messages per transaction of a projection. One message may be a chunk of thousands of rows,
    /// which are folded before they are written.
    private static final int BATCH_MESSAGES_MAX = 50;

    private static final int SNAPSHOT_AFTER_EVENTS = 100;
    private static final long CLAIM_EXTENSION_MILLISECONDS = 250;

    @Bean
    TokenStore tokenStore(ConnectionProvider connections, Serializer generalSerializer) {
        return JdbcTokenStore.builder()
                .connectionProvider(connections)
                .serializer(generalSerializer)
                .schema(
                        TokenSchema.builder()
                                .setTokenTable("read_model.token_entry")
                                .setProcessorNameColumn("processor_name")
                                .setTokenTypeColumn("token_type")
                                .build())
                .build();
    }

    /// A projection that fails stops where it is and tries again; it never goes on without the
    /// event.
    @Bean
    ConfigurerModule projections(LogMessageSource source) {
        return configurer ->
                configurer
                        .eventProcessing()
                        .usingPooledStreamingEventProcessors()
                        .configureDefaultStreamableMessageSource(configuration -> source)
                        .registerDefaultListenerInvocationErrorHandler(
                                configuration -> PropagatingErrorHandler.instance())
                        .registerDefaultErrorHandler(
                                configuration -> PropagatingErrorHandler.instance())
                        .registerPooledStreamingEventProcessorConfiguration(
                                (configuration, builder) ->
                                        builder.initialSegmentCount(1)
                                                .batchSize(BATCH_MESSAGES_MAX)
                                                .claimExtensionThreshold(
                                                        CLAIM_EXTENSION_MILLISECONDS)
                                                .initialToken(start ->
                                                        new GlobalSequenceTrackingToken(0)));
    }

    @Bean
    SnapshotTriggerDefinition customerSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, SNAPSHOT_AFTER_EVENTS);
    }

    /// What a command says about its actor, its facts say too.
    @Bean
    CorrelationDataProvider actor() {
        return new SimpleCorrelationDataProvider(
                "tenantId", "actorType", "actorId", "actorLabel", "requestId");
    }
}
