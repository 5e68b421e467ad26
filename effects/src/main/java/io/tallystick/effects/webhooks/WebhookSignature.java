package io.tallystick.effects.webhooks;

import io.tallystick.edge.webhook.WebhookSecret;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The value of `webhook-signature`: one signature for each secret that holds, with a space
/// between. Id and time are signed with the body, so that neither can be changed on the way, and an
/// old delivery cannot be sent again by somebody else.
final class WebhookSignature {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String VERSION = "v1,";

    private WebhookSignature() {}

    static String of(List<String> secrets, String id, Instant at, String body) {
        if (secrets.isEmpty()) {
            throw new IllegalArgumentException("nothing is sent without a signature");
        }
        byte[] signed =
                "%s.%d.%s"
                        .formatted(id, at.getEpochSecond(), body)
                        .getBytes(StandardCharsets.UTF_8);
        return secrets.stream()
                .map(secret -> VERSION + hmac(WebhookSecret.key(secret), signed))
                .collect(Collectors.joining(" "));
    }

    private static String hmac(byte[] key, byte[] signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java signs with HMAC", e);
        }
    }
}
