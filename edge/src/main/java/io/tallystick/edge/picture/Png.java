package io.tallystick.edge.picture;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A picture as we keep and show it.
///
/// @param bytes made by us; nothing of an upload is in them
/// @param sha256 of them, in hexadecimal
public record Png(byte[] bytes, String sha256) {

    static Png of(byte[] bytes) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new Png(bytes, HexFormat.of().formatHex(sha256));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return "Png[" + sha256 + "]";
    }
}
