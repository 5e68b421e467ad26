package io.tallystick.effects.webhooks;

import io.tallystick.edge.webhook.EndpointUrl;
import io.tallystick.edge.webhook.WebhookReach;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.routing.DefaultRoutePlanner;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/// Speaks to endpoints of strangers. It follows no redirect, keeps neither connections nor cookies,
/// goes through no proxy, unpacks nothing, and waits for nobody longer than its deadlines say.
final class WebhookClient implements AutoCloseable {

    private static final int HEADERS_MAX = 100;
    private static final int LINE_CHARACTERS_MAX = 8 * 1024;

    private final WebhookReach reach;
    private final Patience patience;
    private final CloseableHttpClient http;
    private final ScheduledExecutorService deadlines =
            Executors.newSingleThreadScheduledExecutor(
                    Thread.ofPlatform().name("webhook-deadlines").daemon().factory());

    /// @param guard judges where it connects to
    /// @param connectionsMax at once
    WebhookClient(
            WebhookReach reach, GuardedResolver guard, Patience patience, int connectionsMax) {
        this.reach = reach;
        this.patience = patience;
        this.http = client(guard, patience, connectionsMax);
    }

    private static CloseableHttpClient client(
            GuardedResolver guard, Patience patience, int connectionsMax) {
        return HttpClients.custom()
                .setConnectionManager(connections(guard, patience, connectionsMax))
                .setDefaultRequestConfig(
                        RequestConfig.custom()
                                .setConnectionRequestTimeout(timeout(patience.connect()))
                                .setResponseTimeout(timeout(patience.answer()))
                                .setRedirectsEnabled(false)
                                .setAuthenticationEnabled(false)
                                .setProtocolUpgradeEnabled(false)
                                .build())
                // A proxy would resolve names by itself.
                .setRoutePlanner(new DefaultRoutePlanner(DefaultSchemePortResolver.INSTANCE))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .setUserAgent("Tallystick-Webhooks")
                .build();
    }

    private static PoolingHttpClientConnectionManager connections(
            GuardedResolver guard, Patience patience, int connectionsMax) {
        return PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(guard)
                .setConnectionFactory(
                        ManagedHttpClientConnectionFactory.builder()
                                .http1Config(
                                        Http1Config.custom()
                                                .setMaxHeaderCount(HEADERS_MAX)
                                                .setMaxLineLength(LINE_CHARACTERS_MAX)
                                                .build())
                                .build())
                .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                                .setConnectTimeout(timeout(patience.connect()))
                                .setSocketTimeout(timeout(patience.answer()))
                                .build())
                .setMaxConnTotal(connectionsMax)
                .setMaxConnPerRoute(connectionsMax)
                .build();
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    /// Tries once. Whatever the other side does is an outcome and no exception.
    Attempt send(WebhookMessage message) {
        if (EndpointUrl.fault(message.url(), reach).isPresent()) {
            return Attempt.failed("address_not_allowed", Duration.ZERO);
        }
        HttpPost request = request(message);
        long began = System.nanoTime();
        ScheduledFuture<?> deadline =
                deadlines.schedule(
                        request::cancel, patience.attempt().toMillis(), TimeUnit.MILLISECONDS);
        try {
            return exchange(request, began);
        } catch (IOException e) {
            return Attempt.failed(request.isCancelled() ? "timeout" : error(e), since(began));
        } finally {
            deadline.cancel(false);
        }
    }

    private static HttpPost request(WebhookMessage message) {
        var request = new HttpPost(URI.create(message.url()));
        request.setHeader("webhook-id", message.id());
        request.setHeader("webhook-timestamp", Long.toString(message.at().getEpochSecond()));
        request.setHeader("webhook-signature", message.signature());
        request.setEntity(
                new ByteArrayEntity(
                        message.body().getBytes(StandardCharsets.UTF_8),
                        ContentType.APPLICATION_JSON));
        return request;
    }

    /// To close an answer reads it to its end, which it need not have: the connection is cut
    /// before.
    private Attempt exchange(HttpPost request, long began) throws IOException {
        ClassicHttpResponse response = http.executeOpen(null, request, null);
        int status = response.getCode();
        String answer = AnswerBody.read(response.getEntity());
        Duration took = since(began);
        request.cancel();
        try {
            response.close();
        } catch (IOException cut) {
            // It was cut here.
        }
        return Attempt.answered(status, answer, took);
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String error(IOException e) {
        return switch (e) {
            case AddressRefused _ -> "address_not_allowed";
            case UnknownHostException _ -> "host_unknown";
            case SSLException _ -> "tls_failed";
            case InterruptedIOException _ -> "timeout";
            case ConnectException _ -> "connect_failed";
            case NoRouteToHostException _ -> "connect_failed";
            default -> "connection_broken";
        };
    }

    @Override
    public void close() throws IOException {
        deadlines.shutdownNow();
        http.close();
    }
}
