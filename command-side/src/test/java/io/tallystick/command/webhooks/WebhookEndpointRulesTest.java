package io.tallystick.command.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.tallystick.command.webhooks.AddWebhookEndpoint.Wish;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ApiProblem.FieldError;
import io.tallystick.edge.webhook.WebhookReach;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookEndpointRulesTest {

    private static final UUID SOMEBODY = UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-03-08T12:00:00.123456Z");

    @Test
    void an_endpoint_is_what_was_wanted_with_a_secret_of_its_own() {
        AddWebhookEndpoint command =
                add(" https://hooks.example.com/in ", "credits.exhausted", "credits.low");

        assertThat(command.endpoint().url()).isEqualTo("https://hooks.example.com/in");
        assertThat(command.endpoint().types()).containsExactly("credits.low", "credits.exhausted");
        assertThat(command.endpoint().createdAt())
                .isEqualTo(Instant.parse("2026-03-08T12:00:00.123Z"));
        assertThat(command.endpoint().isEnabled()).isTrue();
        assertThat(command.secret()).startsWith("whsec_");
        assertThat(command.toString()).doesNotContain("whsec_", "hooks");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://hooks.example.com/in | credits.low | /url invalid_url",
                "https://169.254.169.254/latest | credits.low | /url address_not_allowed",
                "https://[::ffff:10.0.0.1]/in | credits.low | /url address_not_allowed",
                "https://hooks.example.com/in | CREDITS.LOW | /types unknown_value",
                "https://hooks.example.com/in | | /types unknown_value"
            })
    void what_an_endpoint_may_not_be_is_named_with_its_field(
            String url, @Nullable String type, String fault) {
        var refused = catchThrowableOfType(ApiProblem.class, () -> add(url, type));

        assertThat(refused.errors())
                .map((FieldError each) -> each.pointer() + " " + each.code())
                .containsExactly(fault);
    }

    private static AddWebhookEndpoint add(String url, @Nullable String... types) {
        List<@Nullable String> wanted = Arrays.asList(types);
        return AddWebhookEndpoint.of(
                SOMEBODY, SOMEBODY, new Wish(url, wanted, null), new WebhookReach(false), NOW);
    }
}
