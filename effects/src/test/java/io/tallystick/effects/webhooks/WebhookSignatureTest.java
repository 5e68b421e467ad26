package io.tallystick.effects.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookSigningException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WebhookSignatureTest {

    /// Of the specification's own examples.
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final String ID = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    private static final Instant AT = Instant.ofEpochSecond(1_614_265_330);
    private static final String BODY = "{\"test\": 2432232314}";

    @Test
    void it_is_the_one_of_the_specification() {
        assertThat(WebhookSignature.of(List.of(SECRET), ID, AT, BODY))
                .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void it_is_the_one_of_the_library() throws WebhookSigningException {
        String body = "{\"name\":\"Zürich\"}";

        assertThat(WebhookSignature.of(List.of(SECRET), ID, AT, body))
                .isEqualTo(new Webhook(SECRET).sign(ID, AT.getEpochSecond(), body));
    }

    @Test
    void nothing_is_sent_without_one() {
        assertThatThrownBy(() -> WebhookSignature.of(List.of(), ID, AT, BODY))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
