package io.tallystick.edge.caller;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;

/// The secret of an API key. It has enough entropy for a plain hash: a slow one would cost every
/// request and protect nothing.
public final class ApiKeySecret {

    /// Characters of a secret that a person may see again.
    private static final int PREFIX_CHARACTERS = 12;

    private static final int RANDOM_CHARACTERS = 40;
    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiKeySecret() {}

    public static String generate() {
        var secret = new StringBuilder("tsk_live_");
        RANDOM.ints(RANDOM_CHARACTERS, 0, ALPHABET.length())
                .forEach(i -> secret.append(ALPHABET.charAt(i)));
        return secret.toString();
    }

    public static String prefix(String secret) {
        return secret.substring(0, Math.min(PREFIX_CHARACTERS, secret.length() / 2));
    }

    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
