package io.tallystick.app.log;

import io.tallystick.edge.lookup.ApiKeys;
import io.tallystick.eventstore.AccessAppender;
import io.tallystick.eventstore.AccessReader;
import io.tallystick.eventstore.DerivedFacts;
import io.tallystick.eventstore.EventSerializer;
import io.tallystick.eventstore.LogHead;
import io.tallystick.eventstore.LogMessageSource;
import io.tallystick.eventstore.PostgresEventStorageEngine;
import io.tallystick.eventstore.usage.KeyIndex;
import io.tallystick.eventstore.usage.KeyWindows;
import io.tallystick.eventstore.usage.RevokedActors;
import io.tallystick.eventstore.usage.UsageAppender;
import io.tallystick.eventstore.usage.UsageReader;
import javax.sql.DataSource;
import org.axonframework.common.jdbc.ConnectionProvider;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.axonframework.spring.jdbc.SpringDataSourceConnectionProvider;
import org.axonframework.spring.messaging.unitofwork.SpringTransactionManager;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;

/// The log's own beans. They are all named here, so that none of Axon's conditional ones, which
/// look for a DataSource before Spring Boot 4 has made it, can take their place.
@Configuration
class LogConfiguration {

    @Bean
    TransactionManager axonTransactionManager(PlatformTransactionManager transactions) {
        return new SpringTransactionManager(transactions);
    }

    @Bean
    ConnectionProvider connectionProvider(DataSource dataSource) {
        return new SpringDataSourceConnectionProvider(dataSource);
    }

    /// For tokens and snapshots.
    @Bean
    @Primary
    Serializer generalSerializer() {
        return Jackson3Serializer.builder().build();
    }

    @Bean
    @Qualifier("messageSerializer")
    Serializer messageSerializer(Serializer generalSerializer) {
        return generalSerializer;
    }

    @Bean
    @Qualifier("eventSerializer")
    EventSerializer eventSerializer() {
        return new EventSerializer();
    }

    @Bean
    LogHead logHead(DataSource dataSource) {
        return new LogHead(dataSource).start();
    }

    @Bean
    PostgresEventStorageEngine eventStorageEngine(
            ConnectionProvider connections,
            TransactionManager transactions,
            LogHead head,
            EventSerializer eventSerializer,
            Serializer generalSerializer) {
        return new PostgresEventStorageEngine(
                connections, transactions, head, eventSerializer, generalSerializer);
    }

    @Bean
    LogMessageSource logMessageSource(PostgresEventStorageEngine engine, LogHead head) {
        return new LogMessageSource(engine, head);
    }

    @Bean
    DerivedFacts derivedFacts(ConnectionProvider connections, EventSerializer eventSerializer) {
        return new DerivedFacts(connections, eventSerializer);
    }

    @Bean
    KeyWindows keyWindows(@Qualifier("appender") DataSource dataSource) {
        return new KeyWindows(dataSource).start();
    }

    @Bean
    KeyIndex keyIndex(DataSource dataSource, KeyWindows windows) {
        return new KeyIndex(dataSource, windows);
    }

    @Bean
    UsageAppender usageAppender(
            @Qualifier("appender") DataSource dataSource, LogHead head, KeyWindows windows) {
        return new UsageAppender(dataSource, head, windows, new RevokedActors(ApiKeys.NOT_ACTIVE))
                .start();
    }

    @Bean
    AccessAppender accessAppender(@Qualifier("appender") DataSource dataSource, LogHead head) {
        return new AccessAppender(dataSource, head);
    }

    /// Reads within the transaction of the projection.
    @Bean
    AccessReader accessReader(DataSource dataSource) {
        return new AccessReader(new TransactionAwareDataSourceProxy(dataSource));
    }

    /// Reads within the transaction of whoever asks, where there is one.
    @Bean
    UsageReader usageReader(DataSource dataSource) {
        return new UsageReader(new TransactionAwareDataSourceProxy(dataSource));
    }
}
