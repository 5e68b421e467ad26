package io.tallystick.effects.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.webhook.WebhookReach;
import io.tallystick.edge.webhook.WebhookSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.junit.jupiter.api.Test;

/// What is sent, and what endpoints can do to us.
class WebhookClientTest {

    private static final WebhookReach EVERYWHERE = new WebhookReach(true);
    private static final WebhookReach INTERNET = new WebhookReach(false);
    private static final Patience LITTLE =
            new Patience(Duration.ofSeconds(2), Duration.ofMillis(300), Duration.ofSeconds(2));
    private static final String SECRET = WebhookSecret.generate();
    private static final String BODY = "{\"type\":\"credits.low\",\"data\":{\"name\":\"Zürich\"}}";

    @Test
    void a_delivery_is_signed_as_the_library_of_standard_webhooks_wants_it() throws IOException {
        try (var receiver = new Receiver();
                var client = everywhere()) {
            Attempt attempt = client.send(message(receiver.url()));

            assertThat(attempt.isDelivered()).isTrue();
            assertThat(attempt.status()).isEqualTo(204);
            Receiver.Taken taken = receiver.taken().getFirst();
            assertThat(taken.path()).isEqualTo("/in");
            assertThat(taken.body()).isEqualTo(BODY);
            assertThat(taken.header("content-type")).startsWith("application/json");
            assertThat(taken.header("webhook-id")).isEqualTo("event-1");
            assertThat(taken.isSignedWith(SECRET)).isTrue();
            assertThat(taken.isSignedWith(WebhookSecret.generate())).isFalse();
        }
    }

    @Test
    void during_a_rotation_both_secrets_sign() throws IOException {
        String before = WebhookSecret.generate();
        try (var receiver = new Receiver();
                var client = everywhere()) {
            client.send(message(receiver.url(), List.of(SECRET, before)));

            Receiver.Taken taken = receiver.taken().getFirst();
            assertThat(taken.isSignedWith(SECRET)).isTrue();
            assertThat(taken.isSignedWith(before)).isTrue();
            assertThat(taken.header("webhook-signature").split(" ")).hasSize(2);
        }
    }

    @Test
    void what_the_receiver_says_is_kept_in_part() throws IOException {
        try (var receiver = new Receiver(Receiver.text(500, "no\0 " + "é".repeat(2_000)));
                var client = everywhere()) {
            Attempt attempt = client.send(message(receiver.url()));

            assertThat(attempt.isDelivered()).isFalse();
            assertThat(attempt.status()).isEqualTo(500);
            assertThat(attempt.error()).isNull();
            assertThat(attempt.answer()).startsWith("no\ufffd éé").hasSizeLessThanOrEqualTo(1_024);
        }
    }

    @Test
    void a_redirect_is_not_followed() throws IOException {
        try (var behind = new Receiver();
                var receiver = new Receiver(Receiver.redirect(behind.url()));
                var client = everywhere()) {
            Attempt attempt = client.send(message(receiver.url()));

            assertThat(attempt.isDelivered()).isFalse();
            assertThat(attempt.status()).isEqualTo(307);
            assertThat(behind.taken()).isEmpty();
        }
    }

    @Test
    void who_says_nothing_is_left() throws IOException {
        try (var receiver = new Receiver(Receiver.hang());
                var client = everywhere()) {
            Attempt attempt = client.send(message(receiver.url()));

            assertThat(attempt.error()).isEqualTo("timeout");
            assertThat(attempt.status()).isNull();
            assertThat(receiver.taken()).hasSize(1);
        }
    }

    @Test
    void who_never_ends_is_cut_off_and_has_said_what_counts() throws IOException {
        try (var receiver = new Receiver(Receiver.endless(200));
                var client = everywhere()) {
            Attempt attempt = client.send(message(receiver.url()));

            assertThat(attempt.isDelivered()).isTrue();
            assertThat(attempt.answer()).isEqualTo("x".repeat(1_024));
        }
    }

    @Test
    void who_is_not_there_is_told_from_who_is_not_known() throws IOException {
        int closed;
        try (var receiver = new Receiver()) {
            closed = receiver.port();
        }
        DnsResolver nobody =
                resolver(host -> {
                    throw new UnknownHostException(host);
                });
        try (var client = everywhere();
                var lost = client(EVERYWHERE, nobody, _ -> true)) {
            assertThat(client.send(message("http://127.0.0.1:" + closed)).error())
                    .isEqualTo("connect_failed");
            assertThat(lost.send(message("http://hooks.example.com/in")).error())
                    .isEqualTo("host_unknown");
        }
    }

    @Test
    void an_installation_that_reaches_the_internet_only_speaks_to_nobody_beside_it()
            throws IOException {
        DnsResolver inside = resolver(_ -> addresses("127.0.0.1"));
        try (var receiver = new Receiver();
                var client = client(INTERNET, inside, INTERNET::allows)) {
            for (String url :
                    List.of(
                            receiver.url(),
                            "https://127.0.0.1:" + receiver.port(),
                            "https://localhost:" + receiver.port(),
                            "https://[::ffff:127.0.0.1]:" + receiver.port(),
                            // well written, and judged when it is resolved
                            "https://hooks.example.com:" + receiver.port())) {
                assertThat(client.send(message(url)).error())
                        .as(url)
                        .isEqualTo("address_not_allowed");
            }
            assertThat(receiver.taken()).isEmpty();
        }
    }

    @Test
    void a_name_that_changes_its_answer_after_it_was_judged_gains_nothing() throws IOException {
        var asked = new AtomicInteger();
        DnsResolver rebinding =
                resolver(_ -> addresses(asked.incrementAndGet() == 1 ? "127.0.0.1" : "127.0.0.2"));
        try (var good = new Receiver("127.0.0.1");
                var inside = new Receiver("127.0.0.2");
                var client = client(EVERYWHERE, rebinding, WebhookClientTest::isGood)) {
            String url = "http://hooks.example.com:" + good.port() + "/in";

            assertThat(client.send(message(url)).isDelivered()).isTrue();
            // One question for one connection: there is no second answer to fall for.
            assertThat(asked).hasValue(1);
            assertThat(good.taken()).hasSize(1);

            String again = "http://hooks.example.com:" + inside.port() + "/in";
            assertThat(client.send(message(again)).error()).isEqualTo("address_not_allowed");
            assertThat(asked).hasValue(2);
            assertThat(inside.taken()).isEmpty();
        }
    }

    @Test
    void one_bad_address_among_good_ones_is_enough() throws IOException {
        try (var good = new Receiver("127.0.0.1");
                var client =
                        client(
                                EVERYWHERE,
                                resolver(_ -> addresses("127.0.0.1", "127.0.0.2")),
                                WebhookClientTest::isGood)) {
            String url = "http://hooks.example.com:" + good.port() + "/in";

            assertThat(client.send(message(url)).error()).isEqualTo("address_not_allowed");
            assertThat(good.taken()).isEmpty();
        }
    }

    private static boolean isGood(InetAddress address) {
        return address.getHostAddress().equals("127.0.0.1");
    }

    private static WebhookMessage message(String url) {
        return message(url, List.of(SECRET));
    }

    private static WebhookMessage message(String url, List<String> secrets) {
        return new WebhookMessage(url, "event-1", now(), BODY, secrets);
    }

    /// The library refuses what is older than five minutes.
    private static Instant now() {
        return Instant.ofEpochMilli(System.currentTimeMillis());
    }

    private static WebhookClient everywhere() {
        return client(EVERYWHERE, SystemDefaultDnsResolver.INSTANCE, _ -> true);
    }

    private static WebhookClient client(
            WebhookReach reach, DnsResolver resolver, Predicate<InetAddress> allowed) {
        return new WebhookClient(reach, new GuardedResolver(resolver, allowed), LITTLE, 4);
    }

    /// How a name is resolved.
    private interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private static DnsResolver resolver(Names names) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return names.of(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private static InetAddress[] addresses(String... literals) {
        InetAddress[] addresses = new InetAddress[literals.length];
        for (int i = 0; i < literals.length; i++) {
            addresses[i] = InetAddress.ofLiteral(literals[i]);
        }
        return addresses;
    }
}
