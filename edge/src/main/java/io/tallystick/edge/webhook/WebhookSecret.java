package io.tallystick.edge.webhook;

import java.security.SecureRandom;
import java.util.Base64;

/// What deliveries to one endpoint are signed with: 256 random bits, written as Standard Webhooks
/// do. It is shown when it is made and never again, and kept as it is, because a hash signs
/// nothing.
public final class WebhookSecret {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private WebhookSecret() {}

    public static String generate() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return PREFIX + Base64.getEncoder().encodeToString(secret);
    }

    /// @param secret one of ours
    public static byte[] key(String secret) {
        if (!secret.startsWith(PREFIX)) {
            throw new IllegalArgumentException("this is no secret of ours");
        }
        return Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    }
}
