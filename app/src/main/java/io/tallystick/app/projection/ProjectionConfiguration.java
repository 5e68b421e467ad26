package io.tallystick.app.projection;

import io.tallystick.eventstore.LogMessageSource;
import io.tallystick.projections.Projection;
import io.tallystick.projections.generation.Engine;
import io.tallystick.projections.generation.GenerationTokens;
import io.tallystick.projections.generation.Generations;
import io.tallystick.projections.generation.ProjectionRunner;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.UUID;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.serialization.Serializer;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// How projections follow the log: each generation with a token of its own, which commits with its
/// rows. Axon's own configuration knows nothing of them, since it would have one processor of each.
@Configuration
class ProjectionConfiguration {

    /// Only a projection that is far behind finds as many waiting. Single events come in chunks of
    /// a few dozen rows, and a rebuild writes the less the more of them it folds.
    private static final int BATCH_MESSAGES_MAX = 200;

    /// The only store of tokens, also for whatever else Axon would run.
    @Bean
    GenerationTokens tokenStore(ConnectionProvider connections, Serializer generalSerializer) {
        return new GenerationTokens(connections, generalSerializer, node());
    }

    /// Readable, and no other process ever has it: containers share host names and process numbers.
    private static String node() {
        return ManagementFactory.getRuntimeMXBean().getName() + "/" + UUID.randomUUID();
    }

    @Bean
    Generations generations(DSLContext sql, TransactionManager transactions) {
        return new Generations(sql, transactions);
    }

    /// Started and stopped by [ProjectionLifecycle], whose order Spring knows.
    @Bean(destroyMethod = "")
    ProjectionRunner projectionRunner(
            List<Projection> projections,
            DSLContext sql,
            TransactionManager transactions,
            LogMessageSource source,
            GenerationTokens tokens,
            Generations generations) {
        var engine = new Engine(sql, transactions, source, tokens, BATCH_MESSAGES_MAX);
        return new ProjectionRunner(projections, engine, generations);
    }
}
