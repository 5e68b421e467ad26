package io.tallystick.command.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.events.credits.CreditEvent.CreditsActivated;
import io.tallystick.events.credits.CreditEvent.CreditsExhausted;
import io.tallystick.events.credits.CreditEvent.LowCreditCrossed;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// The bytes that are signed. A receiver was promised them.
class WebhookBodyTest {

    private static final UUID PARTNER = UUID.fromString("01900000-0000-7000-8000-000000000001");
    private static final UUID CUSTOMER = UUID.fromString("01900000-0000-7000-8000-000000000002");
    private static final Instant AT = Instant.parse("2026-03-08T12:00:00.5Z");

    @Test
    void what_is_told_has_the_names_and_the_decimal_texts_of_the_api() {
        var crossed =
                new LowCreditCrossed(
                        CUSTOMER,
                        PARTNER,
                        new BigDecimal("50.00"),
                        new BigDecimal("1E+1"),
                        true,
                        4711);

        assertThat(body(crossed))
                .isEqualTo(
                        """
                        {"type":"credits.low","timestamp":"2026-03-08T12:00:00.500Z",\
                        "data":{"customerId":"01900000-0000-7000-8000-000000000002","customer":"café \\"1\\"",\
                        "threshold":"50","balance":"10","lowest":true}}\
                        """);
        assertThat(body(new CreditsExhausted(CUSTOMER, PARTNER, 4712)))
                .isEqualTo(
                        """
                        {"type":"credits.exhausted","timestamp":"2026-03-08T12:00:00.500Z",\
                        "data":{"customerId":"01900000-0000-7000-8000-000000000002","customer":"café \\"1\\"",\
                        "balance":"0"}}\
                        """);
    }

    @Test
    void what_is_not_in_the_table_does_not_leave() {
        assertThat(WebhookType.of(new CreditsActivated(PARTNER, CUSTOMER, PARTNER))).isEmpty();
    }

    private static String body(Object fact) {
        return WebhookBody.of(WebhookType.of(fact).orElseThrow(), "café \"1\"", AT);
    }
}
