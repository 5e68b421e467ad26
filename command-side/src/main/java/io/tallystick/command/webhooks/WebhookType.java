package io.tallystick.command.webhooks;

import io.tallystick.events.credits.CreditEvent.CreditsExhausted;
import io.tallystick.events.credits.CreditEvent.LowCreditCrossed;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Of what endpoints can be told: the one table of what leaves as a webhook. A feature that wants
/// more adds a line here, and what its fact says.
public enum WebhookType {
    CREDITS_LOW("credits.low", "Credits run low"),
    CREDITS_EXHAUSTED("credits.exhausted", "No credits are left");

    private final String key;
    private final String title;

    WebhookType(String key, String title) {
        this.key = key;
        this.title = title;
    }

    /// What a fact tells.
    ///
    /// @param data as the API names and writes it
    record Told(WebhookType type, UUID tenantId, UUID customerId, Map<String, Object> data) {}

    /// @return empty for facts that no endpoint is told
    static Optional<Told> of(Object fact) {
        return switch (fact) {
            case LowCreditCrossed crossed ->
                    Optional.of(
                            new Told(
                                    CREDITS_LOW,
                                    crossed.partnerId(),
                                    crossed.customerId(),
                                    low(crossed)));
            case CreditsExhausted exhausted ->
                    Optional.of(
                            new Told(
                                    CREDITS_EXHAUSTED,
                                    exhausted.partnerId(),
                                    exhausted.customerId(),
                                    Map.of("balance", "0")));
            default -> Optional.empty();
        };
    }

    private static Map<String, Object> low(LowCreditCrossed crossed) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("threshold", text(crossed.threshold()));
        data.put("balance", text(crossed.balance()));
        data.put("lowest", crossed.lowest());
        return data;
    }

    private static String text(BigDecimal amount) {
        return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
    }

    /// As clients and facts write it.
    public String key() {
        return key;
    }

    /// As people read it.
    public String title() {
        return title;
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(WebhookType::key).toList();
    }
}
