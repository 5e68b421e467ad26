package io.tallystick.effects.mail;

import org.jspecify.annotations.Nullable;

/// The mail server that takes what this installation sends.
///
/// @param port with 465 the connection is encrypted from the beginning; with any other as soon as
///   the server offers it
/// @param user null for a server that asks nobody who it is; whoever has one sends its password
///   over an encrypted connection only
/// @param from the address of the installation, which gets what comes back
public record SmtpServer(
        String host, int port, @Nullable String user, @Nullable String password, String from) {

    private static final int ENCRYPTED_FROM_THE_BEGINNING = 465;

    boolean isEncryptedFromTheBeginning() {
        return port == ENCRYPTED_FROM_THE_BEGINNING;
    }

    /// What ids of mails end with.
    String domain() {
        return from.substring(from.lastIndexOf('@') + 1);
    }

    @Override
    public String toString() {
        return "SmtpServer[" + host + ":" + port + "]";
    }
}
