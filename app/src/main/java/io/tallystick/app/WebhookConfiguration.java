package io.tallystick.app;

import io.tallystick.app.database.StartRefusedException;
import io.tallystick.edge.webhook.WebhookReach;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/// How far webhooks reach.
@Configuration
class WebhookConfiguration {

    static final String ALLOW_PRIVATE = "TALLYSTICK_WEBHOOKS_ALLOW_PRIVATE";

    @Bean
    WebhookReach webhookReach(Environment environment) {
        return reach(environment.getProperty(ALLOW_PRIVATE));
    }

    /// Only the internet, unless somebody says otherwise, and says it clearly.
    static WebhookReach reach(@Nullable String value) {
        String said = value == null || value.isBlank() ? "false" : value.strip();
        return switch (said) {
            case "true" -> new WebhookReach(true);
            case "false" -> new WebhookReach(false);
            default -> throw new StartRefusedException(ALLOW_PRIVATE + " must be true or false.");
        };
    }
}
