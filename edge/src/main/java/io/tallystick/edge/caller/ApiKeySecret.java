package io.tallystick.edge.caller;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/// The secret of an API key: `tsk_live_`, 8 characters that a person may see again, 32 that nobody
/// may, and a checksum of all of them. It has enough entropy for a plain hash: a slow one would
/// cost every request and protect nothing.
public final class ApiKeySecret {

    private static final String KIND = "tsk_live_";
    private static final int SHOWN_CHARACTERS = 8;
    private static final int HIDDEN_CHARACTERS = 32;
    private static final int CHECKSUM_CHARACTERS = 6;

    /// Of a secret that somebody made up.
    private static final int SHOWN_OF_OTHERS_CHARACTERS_MAX = 12;

    private static final String ALPHABET =
            "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final Pattern OURS =
            Pattern.compile(
                    KIND
                            + "[0-9A-Za-z]{%d}"
                                    .formatted(
                                            SHOWN_CHARACTERS
                                                    + HIDDEN_CHARACTERS
                                                    + CHECKSUM_CHARACTERS));
    private static final SecureRandom RANDOM = new SecureRandom();

    private ApiKeySecret() {}

    public static String generate() {
        var secret = new StringBuilder(KIND);
        RANDOM.ints(SHOWN_CHARACTERS + HIDDEN_CHARACTERS, 0, ALPHABET.length())
                .forEach(i -> secret.append(ALPHABET.charAt(i)));
        return secret + checksum(secret.toString());
    }

    /// Whether it looks like a secret that was made here and cannot be one. A secret of any other
    /// form may be what an operator made up.
    public static boolean isMistyped(String secret) {
        if (!OURS.matcher(secret).matches()) {
            return false;
        }
        int end = secret.length() - CHECKSUM_CHARACTERS;
        return !checksum(secret.substring(0, end)).equals(secret.substring(end));
    }

    /// What a person may see again.
    public static String prefix(String secret) {
        return OURS.matcher(secret).matches()
                ? secret.substring(0, KIND.length() + SHOWN_CHARACTERS)
                : secret.substring(
                        0, Math.min(SHOWN_OF_OTHERS_CHARACTERS_MAX, secret.length() / 2));
    }

    public static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String checksum(String text) {
        var crc = new CRC32();
        crc.update(text.getBytes(UTF_8));
        var digits = new StringBuilder();
        long rest = crc.getValue();
        for (int i = 0; i < CHECKSUM_CHARACTERS; i++) {
            digits.append(ALPHABET.charAt((int) (rest % ALPHABET.length())));
            rest /= ALPHABET.length();
        }
        return digits.reverse().toString();
    }
}
