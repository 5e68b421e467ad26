package io.tallystick.app.demo;

import static java.util.Objects.requireNonNull;

import io.tallystick.app.Settings;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Sends the past week at once and then every event when its time has come.
@Component
@Profile("demo")
@Order(3)
public class Demo implements ApplicationRunner, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Demo.class);
    private static final Duration HISTORY = Duration.ofDays(7);
    private static final int BATCH_EVENTS_MAX = 250;
    private static final int TICK_SECONDS = 2;

    private final WebServerApplicationContext context;
    private final Settings settings;
    private final DemoMembers members;
    private final Clock clock;
    private final ApplicationEventPublisher events;
    private final ScheduledExecutorService background =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("demo").factory());
    private Instant sentUntil;

    Demo(
            WebServerApplicationContext context,
            Settings settings,
            DemoMembers members,
            Clock clock,
            ApplicationEventPublisher events) {
        this.context = context;
        this.settings = settings;
        this.members = members;
        this.clock = clock;
        this.events = events;
        this.sentUntil = DemoTraffic.slotOf(clock.instant().minus(HISTORY));
    }

    @Override
    public void run(ApplicationArguments arguments) {
        URI address =
                URI.create("http://localhost:" + requireNonNull(context.getWebServer()).getPort());
        String key = settings.adminKey().orElseThrow();
        print(address, key);
        var client = new DemoClient(address, key);
        background.execute(() -> quietly(() -> prepare(client)));
        background.execute(() -> quietly(() -> sendHistory(client)));
        background.scheduleWithFixedDelay(
                () -> quietly(() -> sendUntil(client, clock.instant())),
                TICK_SECONDS,
                TICK_SECONDS,
                TimeUnit.SECONDS);
    }

    private void prepare(DemoClient client) throws IOException, InterruptedException {
        client.createPartner();
        for (DemoCustomer customer : DemoCustomer.ALL) {
            client.createCustomer(customer);
        }
        client.startCredits(DemoCustomer.PAYS_IN_CREDITS);
        members.join();
    }

    private void sendHistory(DemoClient client) throws IOException, InterruptedException {
        sendUntil(client, clock.instant());
        events.publishEvent(new HistorySent());
    }

    /// What fails is sent again at the next tick; the server knows what it has.
    private void sendUntil(DemoClient client, Instant until)
            throws IOException, InterruptedException {
        List<DemoTraffic.Event> batch = new ArrayList<>();
        for (Instant slot = DemoTraffic.slotOf(sentUntil);
                slot.isBefore(until);
                slot = slot.plus(DemoTraffic.SLOT)) {
            for (DemoCustomer customer : DemoCustomer.ALL) {
                DemoTraffic.of(customer, slot).stream()
                        .filter(event ->
                                !event.time().isBefore(sentUntil) && event.time().isBefore(until))
                        .forEach(batch::add);
            }
            if (batch.size() >= BATCH_EVENTS_MAX) {
                client.send(batch);
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            client.send(batch);
        }
        sentUntil = until;
    }

    private void quietly(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            LOG.warn("The demo could not send its traffic: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The past week is in the log.
    public record HistorySent() {}

    private interface Step {
        void run() throws IOException, InterruptedException;
    }

    private void print(URI address, String key) {
        System.out.printf(
                """

                  Page     %s/?partner=%s
                  Login    operator / %s
                           %s / %s (a partner's admin)
                           %s / %s (a customer's owner)
                  API key  %s
                  Try      curl -H 'Authorization: Bearer %s' -H 'Tallystick-Partner: %s' \\
                             '%s/api/v1/customers/%s/usage'

                """,
                address,
                DemoCustomer.PARTNER_KEY,
                settings.adminPassword().orElseThrow(),
                DemoMembers.PARTNER_ADMIN,
                DemoConfiguration.PASSWORD,
                DemoMembers.CUSTOMER_OWNER,
                DemoConfiguration.PASSWORD,
                key,
                key,
                DemoCustomer.PARTNER_KEY,
                address,
                DemoCustomer.ALL.getFirst().key());
    }

    @Override
    public void destroy() {
        background.shutdownNow();
    }
}
