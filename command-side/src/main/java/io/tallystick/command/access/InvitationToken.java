package io.tallystick.command.access;

import io.tallystick.edge.caller.ApiKeySecret;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Pattern;

/// The secret of an invitation, as its link carries it. Only its hash is kept.
final class InvitationToken {

    private static final int BYTES = 32;
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private InvitationToken() {}

    static String generate() {
        byte[] secret = new byte[BYTES];
        RANDOM.nextBytes(secret);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
    }

    static boolean isOne(String token) {
        return FORM.matcher(token).matches();
    }

    /// It has enough entropy for a plain hash.
    static byte[] hash(String token) {
        return ApiKeySecret.hash(token);
    }
}
