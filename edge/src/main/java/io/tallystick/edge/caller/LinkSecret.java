package io.tallystick.edge.caller;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/// The secret of a link: 256 random bits in 43 characters that an address may have. Only its hash
/// is kept, so that whoever reads the database can follow none.
public final class LinkSecret {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private LinkSecret() {}

    public static String generate() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    /// It has enough entropy for a plain hash.
    public static byte[] hash(String secret) {
        return ApiKeySecret.hash(secret);
    }

    /// @return empty for what was never given, whatever it is
    public static Optional<byte[]> hashOfOne(String text) {
        return FORM.matcher(text).matches() ? Optional.of(hash(text)) : Optional.empty();
    }
}
