package io.tallystick.app.log;

import io.tallystick.eventstore.usage.UsageAppender;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/// A node whose appender died takes no more events until it is started again, so nobody should send
/// it any.
@Component("ingest")
class IngestHealth implements HealthIndicator {

    private final UsageAppender appender;

    IngestHealth(UsageAppender appender) {
        this.appender = appender;
    }

    @Override
    public Health health() {
        return appender.isAlive() ? Health.up().build() : Health.down().build();
    }
}
