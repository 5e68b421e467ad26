package io.tallystick.app.log;

import org.axonframework.eventsourcing.EventCountSnapshotTriggerDefinition;
import org.axonframework.eventsourcing.SnapshotTriggerDefinition;
import org.axonframework.eventsourcing.Snapshotter;
import org.axonframework.messaging.correlation.CorrelationDataProvider;
import org.axonframework.messaging.correlation.SimpleCorrelationDataProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// What Axon does besides storing: snapshots of long aggregates, and what facts say of their cause.
@Configuration
class AggregateConfiguration {

    private static final int SNAPSHOT_AFTER_EVENTS = 100;

    @Bean
    SnapshotTriggerDefinition customerSnapshots(Snapshotter snapshotter) {
        return new EventCountSnapshotTriggerDefinition(snapshotter, SNAPSHOT_AFTER_EVENTS);
    }

    /// What a command says about its actor, its facts say too.
    @Bean
    CorrelationDataProvider actor() {
        return new SimpleCorrelationDataProvider(
                "tenantId",
                "actorType",
                "actorId",
                "actorLabel",
                "actorCustomerId",
                "requestId",
                "keyId",
                "ip",
                "userAgent");
    }
}
