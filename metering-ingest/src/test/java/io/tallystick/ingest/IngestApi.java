package io.tallystick.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.caller.ApiKeySecret;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.CallerArgument;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.limit.ApiBudgets;
import io.tallystick.edge.limit.CustomerBudget;
import io.tallystick.edge.lookup.ApiKeys;
import io.tallystick.edge.lookup.ApiKeys.ApiKey;
import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.edge.lookup.RecentKeys;
import io.tallystick.edge.problem.ProblemAdvice;
import io.tallystick.edge.settings.LateLimits;
import io.tallystick.eventstore.LogHead;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import io.tallystick.eventstore.usage.KeyIndex;
import io.tallystick.eventstore.usage.KeyWindows;
import io.tallystick.eventstore.usage.RevokedActors;
import io.tallystick.eventstore.usage.StoredUsage;
import io.tallystick.eventstore.usage.UsageAppender;
import io.tallystick.eventstore.usage.UsageReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/// The endpoint with everything real behind it: look-ups, appender, reader and PostgreSQL.
final class IngestApi implements AutoCloseable {

    static final UUID TENANT = UUID.fromString("01900000-0000-7000-8000-000000000001");
    static final UUID ACME = new UUID(1, 1);
    static final UUID GLOBEX = new UUID(1, 2);
    static final UUID KEY_OF_PARTNER = new UUID(3, 1);
    private static final UUID KEY_OF_CUSTOMER = new UUID(3, 2);
    static final Instant START = Instant.parse("2026-03-10T12:00:00Z");
    static final String BATCH = "application/cloudevents-batch+json";

    private final TestDatabase database = TestDatabase.with(Schema.EVENT_LOG, Schema.WORK);
    private final DataSource appenderDataSource = database.appenderDataSource();
    private final LogHead head = new LogHead(database.dataSource());
    private final AnnotationConfigApplicationContext context;
    private final MockMvc mvc;
    final MovableClock clock = new MovableClock(START);
    final UsageReader reader = new UsageReader(database.dataSource());
    private final KeyWindows windows = new KeyWindows(appenderDataSource);
    final UsageAppender appender =
            new UsageAppender(appenderDataSource, head, windows, RevokedActors.NONE);

    private IngestApi(@Nullable Duration waitMax) {
        context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(database.dataSource()));
        context.registerBean(UsageAppender.class, () -> appender);
        context.registerBean(KeyIndex.class, () -> new KeyIndex(database.dataSource(), windows));
        context.registerBean(MovableClock.class, () -> clock);
        context.registerBean(DataSource.class, database::dataSource);
        context.register(
                ApiKeys.class,
                Customers.class,
                LateLimits.class,
                RecentKeys.class,
                KeyProof.class,
                Admission.class,
                ApiBudgets.class,
                CustomerBudget.class,
                BodyBudget.class,
                Intake.class,
                EventsEndpoint.class);
        context.registerBean(
                DurableAppend.class,
                () ->
                        waitMax == null
                                ? new DurableAppend(appender)
                                : new DurableAppend(appender, waitMax));
        context.refresh();
        mvc =
                MockMvcBuilders.standaloneSetup(context.getBean(EventsEndpoint.class))
                        .setControllerAdvice(new ProblemAdvice(), new IngestProblems())
                        .setCustomArgumentResolvers(new CallerArgument())
                        .build();
        reserve(ACME, "acme");
        reserve(GLOBEX, "globex");
        issue(KEY_OF_PARTNER, "partner", null);
        issue(KEY_OF_CUSTOMER, "customer", ACME);
    }

    static IngestApi running() {
        var api = new IngestApi(null);
        api.appender.start();
        return api;
    }

    /// Rows are queued and nobody commits them.
    static IngestApi stalled(Duration waitMax) {
        return new IngestApi(waitMax);
    }

    private void reserve(UUID id, String key) {
        context.getBean(Customers.class).reserve(TENANT, new Customer(id, key, "UTC", "USD", "US"));
    }

    /// Where the numbers of ACME are read from now on.
    void moveTo(String country) {
        context.getBean(Customers.class)
                .update(TENANT, new Customer(ACME, "acme", "UTC", "USD", country));
    }

    private void issue(UUID id, String scope, @Nullable UUID customer) {
        var key = new ApiKey(TENANT, id, scope, customer, "Tests", "tsk_live_tests", Set.of());
        context.getBean(ApiKeys.class).reserve(key, ApiKeySecret.hash(scope));
    }

    static Caller partner(Permission... permissions) {
        return new Caller(
                "partner", KEY_OF_PARTNER.toString(), "Tests", TENANT, null, Set.of(permissions));
    }

    static Caller customer(UUID id) {
        return new Caller(
                "customer",
                KEY_OF_CUSTOMER.toString(),
                "Tests",
                TENANT,
                id,
                Set.of(Permission.WRITE));
    }

    Answer send(Event... events) {
        return send(Event.batch(events));
    }

    Answer send(String batch) {
        return send(BATCH, batch.getBytes(StandardCharsets.UTF_8));
    }

    Answer send(String contentType, byte[] body) {
        return send(partner(Permission.WRITE), post(contentType, body));
    }

    static MockHttpServletRequestBuilder post(@Nullable String contentType, byte[] body) {
        var request = MockMvcRequestBuilders.post("/api/v1/events").content(body);
        return contentType == null ? request : request.header("Content-Type", contentType);
    }

    Answer send(Caller caller, MockHttpServletRequestBuilder request) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            return Answer.of(response);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /// Rows in the log, whoever stored them.
    long storedRows() {
        return count("select coalesce(sum(row_count), 0) from event_log.usage_slice");
    }

    long count(String sql) {
        return JdbcClient.create(database.dataSource()).sql(sql).query(Long.class).single();
    }

    String storedData(String id) {
        return new String(Objects.requireNonNull(stored(id).data()), StandardCharsets.UTF_8);
    }

    String storedMeasure(String id) {
        BigDecimal measure = stored(id).measure();
        return measure == null ? "null" : measure.toPlainString();
    }

    private StoredUsage stored(String id) {
        var ofId = new UsageReader.Filter(null, null, null, null, id, null);
        List<StoredUsage> found = reader.newest(TENANT, List.of(ACME, GLOBEX), ofId, 2);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    @Override
    public void close() {
        appender.close();
        head.close();
        context.close();
        if (appenderDataSource instanceof AutoCloseable closeable) {
            try {
                closeable.close();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        database.close();
    }
}
