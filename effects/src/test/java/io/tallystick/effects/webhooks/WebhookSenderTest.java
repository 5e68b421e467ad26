package io.tallystick.effects.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tallystick.edge.webhook.WebhookReach;
import io.tallystick.edge.webhook.WebhookSecret;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Deliveries on a real database, to real servers.
@SuppressWarnings("NullAway.Init")
class WebhookSenderTest {

    private static final Patience LITTLE =
            new Patience(Duration.ofSeconds(2), Duration.ofMillis(500), Duration.ofSeconds(2));

    private final Endpoints endpoints = new Endpoints();
    private WebhookSender sender;

    @BeforeEach
    void start() {
        sender = sender();
    }

    private WebhookSender sender() {
        var everywhere = new WebhookReach(true);
        var guard = new GuardedResolver(SystemDefaultDnsResolver.INSTANCE, everywhere::allows);
        return new WebhookSender(
                endpoints.leases(), new WebhookClient(everywhere, guard, LITTLE, 64));
    }

    @AfterEach
    void stop() throws IOException {
        sender.close();
        endpoints.close();
    }

    @Test
    void a_delivery_that_failed_is_tried_again_with_the_same_id() {
        String secret = WebhookSecret.generate();
        try (var receiver = new Receiver(Receiver.status(500), Receiver.text(200, "fine"))) {
            UUID delivery = endpoints.delivery(endpoints.endpoint(receiver.url(), secret));

            assertThat(sender.deliverDue()).isEqualTo(1);
            awaitAttempts(delivery, 1);
            assertThat(endpoints.row(delivery))
                    .isEqualTo(new Endpoints.Row("pending", 1, 1, 500, null));
            assertThat(endpoints.rest(delivery)).isEqualTo(5);
            // It rests.
            assertThat(sender.deliverDue()).isZero();

            endpoints.isDue(delivery);
            deliverUntil(delivery, 2);

            assertThat(endpoints.row(delivery))
                    .isEqualTo(new Endpoints.Row("delivered", 2, 0, 200, null));
            assertThat(receiver.taken())
                    .hasSize(2)
                    .allMatch(taken -> taken.isSignedWith(secret))
                    .extracting(taken -> taken.header("webhook-id"))
                    .containsOnly(receiver.taken().getFirst().header("webhook-id"));
        }
    }

    @Test
    void while_two_secrets_hold_both_sign_and_one_that_has_ended_signs_no_more() {
        String first = WebhookSecret.generate();
        String second = WebhookSecret.generate();
        try (var receiver = new Receiver()) {
            UUID endpoint = endpoints.endpoint(receiver.url(), first);
            endpoints
                    .jdbc()
                    .sql("update work.webhook_secret set ends_at = now() + interval '1 hour'")
                    .update();
            endpoints.secret(endpoint, 2, second, "null");
            deliverUntil(endpoints.delivery(endpoint), 1);
            endpoints
                    .jdbc()
                    .sql("update work.webhook_secret set ends_at = now() where number = 1")
                    .update();
            deliverUntil(endpoints.delivery(endpoint), 1);

            assertThat(receiver.taken())
                    .extracting(taken -> taken.isSignedWith(first))
                    .containsExactly(true, false);
            assertThat(receiver.taken()).allMatch(taken -> taken.isSignedWith(second));
        }
    }

    @Test
    void who_says_that_it_is_gone_is_asked_nothing_more() {
        try (var receiver = new Receiver(Receiver.status(410))) {
            UUID endpoint = endpoints.endpoint(receiver.url());
            UUID delivery = endpoints.delivery(endpoint);
            deliverUntil(delivery, 1);
            UUID later = endpoints.delivery(endpoint);

            assertThat(sender.deliverDue()).isZero();
            assertThat(endpoints.row(delivery).state()).isEqualTo("failed");
            assertThat(endpoints.row(later).attempts()).isZero();
            assertThat(endpoints.givenUp(endpoint)).isEqualTo("gone");
            assertThat(receiver.taken()).hasSize(1);
        }
    }

    @Test
    void after_eight_attempts_in_more_than_a_day_a_delivery_has_failed_and_so_has_its_endpoint() {
        try (var receiver = new Receiver(Receiver.status(503))) {
            UUID endpoint = endpoints.endpoint(receiver.url());
            UUID delivery = endpoints.delivery(endpoint);
            long rests = 0;
            for (int attempt = 1; attempt < 8; attempt++) {
                endpoints.isDue(delivery);
                deliverUntil(delivery, attempt);
                assertThat(endpoints.givenUp(endpoint)).isEqualTo("no");
                rests += endpoints.rest(delivery);
            }
            assertThat(Duration.ofSeconds(rests))
                    .isBetween(Duration.ofHours(27), Duration.ofHours(29));

            endpoints.isDue(delivery);
            deliverUntil(delivery, 8);

            assertThat(endpoints.row(delivery))
                    .isEqualTo(new Endpoints.Row("failed", 8, 8, 503, null));
            assertThat(endpoints.givenUp(endpoint)).isEqualTo("failing");
        }
    }

    @Test
    void an_endpoint_that_takes_other_things_is_not_given_up_for_one_that_it_refuses() {
        try (var receiver =
                new Receiver(Receiver.status(400), Receiver.status(204), Receiver.status(400))) {
            UUID endpoint = endpoints.endpoint(receiver.url());
            UUID refused = endpoints.delivery(endpoint);
            deliverUntil(refused, 1);
            deliverUntil(endpoints.delivery(endpoint), 1);
            endpoints.change("failures = 7, next_attempt_at = now()", refused);
            deliverUntil(refused, 2);

            assertThat(endpoints.row(refused).state()).isEqualTo("failed");
            assertThat(endpoints.givenUp(endpoint)).isEqualTo("no");
        }
    }

    @Test
    void what_a_killed_node_had_taken_is_tried_again_when_its_lease_has_ended() {
        try (var receiver = new Receiver()) {
            UUID delivery = endpoints.delivery(endpoints.endpoint(receiver.url()));
            Lease lost = endpoints.leases().take(List.of(), 10).getFirst();

            assertThat(sender.deliverDue()).isZero();
            endpoints.change("lease_until = now()", delivery);
            deliverUntil(delivery, 1);
            // Whoever lost the lease says nothing about it any more.
            endpoints
                    .leases()
                    .failed(lost, Attempt.failed("timeout", Duration.ZERO), Duration.ZERO);

            assertThat(endpoints.row(delivery))
                    .isEqualTo(new Endpoints.Row("delivered", 1, 0, 204, null));
            assertThat(receiver.taken()).hasSize(1);
        }
    }

    @Test
    void one_that_says_nothing_holds_up_no_other() {
        try (var slow = new Receiver(Receiver.hang());
                var quick = new Receiver()) {
            UUID waiting = endpoints.delivery(endpoints.endpoint(slow.url()));
            UUID quickOne = endpoints.endpoint(quick.url());
            List<UUID> many = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                many.add(endpoints.delivery(quickOne));
            }
            await().until(() -> {
                sender.deliverDue();
                return many.stream()
                        .allMatch(each -> endpoints.row(each).state().equals("delivered"));
            });
            assertThat(quick.taken()).hasSize(20);
            deliverUntil(waiting, 1);
            assertThat(endpoints.row(waiting).error()).isEqualTo("timeout");
        }
    }

    @Test
    void of_several_senders_each_delivery_is_sent_by_one() throws Exception {
        List<WebhookSender> senders = List.of(sender(), sender(), sender());
        try (var receiver = new Receiver()) {
            for (int endpoint = 0; endpoint < 20; endpoint++) {
                UUID each = endpoints.endpoint(receiver.url());
                for (int i = 0; i < 10; i++) {
                    endpoints.delivery(each);
                }
            }
            var go = new CountDownLatch(1);
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (WebhookSender each : senders) {
                    threads.submit(() -> {
                        go.await();
                        while (!endpoints.states().equals(List.of("delivered"))) {
                            each.deliverDue();
                        }
                        return null;
                    });
                }
                go.countDown();
            }
            assertThat(receiver.taken())
                    .hasSize(200)
                    .extracting(taken -> taken.header("webhook-id"))
                    .doesNotHaveDuplicates();
        } finally {
            for (WebhookSender each : senders) {
                each.close();
            }
        }
    }

    private void deliverUntil(UUID delivery, int attempts) {
        await().until(() -> {
            sender.deliverDue();
            return endpoints.row(delivery).attempts() == attempts;
        });
    }

    private void awaitAttempts(UUID delivery, int attempts) {
        await().until(() -> endpoints.row(delivery).attempts() == attempts);
    }
}
