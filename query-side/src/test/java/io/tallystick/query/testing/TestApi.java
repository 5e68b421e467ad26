package io.tallystick.query.testing;

import io.tallystick.edge.audit.LogReadings;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.lookup.MailRoute;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.problem.ProblemAdvice;
import io.tallystick.edge.reports.DataExports;
import io.tallystick.events.access.AccessEvent.CustomerCreated;
import io.tallystick.events.access.AccessEvent.CustomerDetails;
import io.tallystick.events.access.AccessEvent.PartnerCreated;
import io.tallystick.events.audit.AccessLine;
import io.tallystick.eventstore.LogHead;
import io.tallystick.eventstore.testing.TestDatabase;
import io.tallystick.eventstore.testing.TestDatabase.Schema;
import io.tallystick.eventstore.usage.UsageReader;
import io.tallystick.eventstore.usage.UsageRow;
import io.tallystick.projections.testing.RunningProjections;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The read endpoints over a log that a test writes and projections that run. The time stands still
/// until a test sets it.
public final class TestApi implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestDatabase database =
            TestDatabase.with(Schema.EVENT_LOG, Schema.WORK, Schema.READ_MODEL);
    private final RunningProjections projections = new RunningProjections(database, 50).start();
    private final AnnotationConfigApplicationContext context =
            new AnnotationConfigApplicationContext();
    private final MockMvc mvc;
    private final List<LogReadings.Reading> readings = new ArrayList<>();
    private final List<DataExports.Export> exports = new ArrayList<>();
    private Instant now = Instant.parse("2026-06-15T12:00:00Z");
    private @Nullable Caller caller;
    private long position;

    public TestApi() {
        DataSource dataSource = database.dataSource();
        var proxy = new TransactionAwareDataSourceProxy(dataSource);
        context.registerBean(DSLContext.class, () -> DSL.using(proxy, SQLDialect.POSTGRES));
        context.registerBean(
                PlatformTransactionManager.class,
                () -> new DataSourceTransactionManager(dataSource));
        context.registerBean(JdbcClient.class, () -> JdbcClient.create(dataSource));
        context.registerBean(UsageReader.class, () -> new UsageReader(proxy));
        context.registerBean(LogHead.class, projections::head);
        InstantSource source = () -> now;
        context.registerBean(Clock.class, () -> source.withZone(ZoneOffset.UTC));
        context.registerBean(
                LogReadings.class, () -> (by, request, reading) -> readings.add(reading));
        context.registerBean(DataExports.class, () -> (by, request, export) -> exports.add(export));
        // Nothing is sent from here.
        context.registerBean(MailRoute.class, () -> () -> false);
        context.registerBean(ProblemAdvice.class, ProblemAdvice::new);
        context.registerBean(DataSource.class, () -> dataSource);
        context.scan(
                "io.tallystick.query",
                "io.tallystick.edge.lookup",
                "io.tallystick.edge.settings",
                "io.tallystick.edge.wall");
        context.refresh();
        Object[] advices =
                context.getBeansWithAnnotation(RestControllerAdvice.class).values().toArray();
        mvc =
                MockMvcBuilders.standaloneSetup(
                                context.getBeansWithAnnotation(RestController.class)
                                        .values()
                                        .toArray())
                        .setControllerAdvice(advices)
                        .setCustomArgumentResolvers(new TheCaller())
                        .build();
    }

    public <T> T component(Class<T> type) {
        return context.getBean(type);
    }

    public DSLContext sql() {
        return context.getBean(DSLContext.class);
    }

    /// What was asked of the system log, in its order.
    public List<LogReadings.Reading> readings() {
        return readings;
    }

    /// What was taken away, in its order.
    public List<DataExports.Export> exports() {
        return exports;
    }

    /// Writes a fact and waits for it with the next question.
    public long fact(Object fact) {
        position = projections.fact(fact);
        return position;
    }

    /// One chunk.
    public void accesses(AccessLine... lines) {
        position = projections.accesses(lines);
    }

    public void asCustomer(UUID tenantId, UUID customerId, Permission... permissions) {
        caller = caller("customer", tenantId, customerId, permissions);
    }

    public void asOperator(UUID tenantId, Permission... permissions) {
        caller = caller("operator", tenantId, null, permissions);
    }

    public void setNow(String instant) {
        now = Instant.parse(instant);
    }

    public Instant now() {
        return now;
    }

    public UUID partner(String key) {
        UUID tenantId = UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
        context.getBean(Partners.class).reserve(tenantId, key, key);
        position = projections.fact(new PartnerCreated(tenantId, key, key));
        return tenantId;
    }

    public Customers.Customer customer(UUID tenantId, String key, String timeZone) {
        var customer = new Customers.Customer(UUID.randomUUID(), key, timeZone, "USD", "US");
        context.getBean(Customers.class).reserve(tenantId, customer);
        var details = new CustomerDetails("Name of " + key, timeZone, "USD", "US", null);
        position =
                projections.fact(
                        new CustomerCreated(customer.customerId(), tenantId, key, details));
        return customer;
    }

    /// One chunk.
    public long usage(List<UsageRow> rows) {
        position = projections.usage(rows);
        return position;
    }

    public long usage(UsageRow... rows) {
        return usage(List.of(rows));
    }

    public void asOperator(UUID tenantId) {
        caller = caller("operator", tenantId, null, Permission.READ);
    }

    public void asPartner(UUID tenantId, Permission... permissions) {
        caller = caller("partner", tenantId, null, permissions);
    }

    public void asCustomer(UUID tenantId, UUID customerId) {
        caller = caller("customer", tenantId, customerId, Permission.READ);
    }

    private static Caller caller(
            String type, UUID tenantId, @Nullable UUID scope, Permission... permissions) {
        return new Caller(type, "key", "Test key", tenantId, scope, Set.of(permissions));
    }

    /// Asks once all that was written is projected.
    public Answer get(String path, String... queryPairs) {
        return get(path, MediaType.APPLICATION_JSON, position, queryPairs);
    }

    public Answer get(String path, MediaType accept, long waitFor, String... queryPairs) {
        var request =
                MockMvcRequestBuilders.get(URI.create(path))
                        .accept(accept)
                        .header(Positions.WAIT_FOR, waitFor);
        for (int i = 0; i < queryPairs.length; i += 2) {
            request.queryParam(queryPairs[i], queryPairs[i + 1]);
        }
        try {
            MockHttpServletResponse response = mvc.perform(request).andReturn().getResponse();
            return new Answer(
                    response.getStatus(),
                    response.getContentAsString(StandardCharsets.UTF_8),
                    response);
        } catch (Exception e) {
            throw new IllegalStateException(path, e);
        }
    }

    public record Answer(int status, String text, MockHttpServletResponse response) {

        public JsonNode json() {
            return JSON.readTree(text);
        }

        /// `400 invalid_request from`: status, code and the pointers of the errors.
        public String problem() {
            JsonNode problem = json();
            List<String> parts = new ArrayList<>();
            parts.add(Integer.toString(status));
            parts.add(problem.path("code").asString());
            problem.path("errors").forEach(error -> parts.add(error.path("pointer").asString()));
            return String.join(" ", parts);
        }
    }

    @Override
    public void close() {
        context.close();
        projections.close();
        database.close();
    }

    private final class TheCaller implements HandlerMethodArgumentResolver {

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Caller.class;
        }

        @Override
        public @Nullable Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            return caller;
        }
    }
}
