package io.tallystick.effects.mail;

import io.tallystick.edge.lookup.MailQueue;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.internet.AddressException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.util.SocketConnectException;
import org.springframework.mail.MailSendException;

/// Why a mail did not leave.
///
/// @param isFinal whether another attempt would meet the same
/// @param words for people: what the mail server said, or what became of the connection; no longer
///   than the queue keeps, and nothing of the mail
record SmtpFailure(boolean isFinal, String words) {

    private static final int CAUSES_MAX = 50;
    private static final int PERMANENT = 500;

    /// A server that asks who we are says nothing of the mail (RFC 4954).
    private static final Set<Integer> ABOUT_US = Set.of(530, 534, 535, 538);

    /// A server may say again what was in the mail. A link with its secret has no blanks and is
    /// longer than words are.
    private static final Pattern TOO_LONG_FOR_A_WORD = Pattern.compile("\\S{32,}");

    static SmtpFailure of(Exception failure) {
        List<Throwable> causes = causes(failure);
        for (Throwable cause : causes) {
            int code = code(cause);
            if (code > 0) {
                boolean isFinal = code >= PERMANENT && !ABOUT_US.contains(code);
                return new SmtpFailure(isFinal, said(code, String.valueOf(cause.getMessage())));
            }
        }
        if (has(causes, AddressException.class)) {
            return new SmtpFailure(true, "The address is none that can be written to.");
        }
        return new SmtpFailure(false, met(causes));
    }

    private static String met(List<Throwable> causes) {
        if (has(causes, AuthenticationFailedException.class)) {
            return "The mail server does not take user and password.";
        }
        if (has(causes, SSLException.class)) {
            return "There is no secure connection to the mail server.";
        }
        if (has(causes, SocketTimeoutException.class)) {
            return "The mail server did not answer in time.";
        }
        if (has(causes, SocketConnectException.class)
                || has(causes, ConnectException.class)
                || has(causes, UnknownHostException.class)) {
            return "The mail server cannot be reached.";
        }
        return "The connection ended before the mail was taken.";
    }

    private static boolean has(List<Throwable> causes, Class<? extends Throwable> type) {
        return causes.stream().anyMatch(type::isInstance);
    }

    /// The reply of the server, 0 or less where there was none.
    private static int code(Throwable cause) {
        return switch (cause) {
            case SMTPAddressFailedException refused -> refused.getReturnCode();
            case SMTPSenderFailedException refused -> refused.getReturnCode();
            case SMTPSendFailedException refused -> refused.getReturnCode();
            default -> 0;
        };
    }

    private static String said(int code, String reply) {
        String line =
                TOO_LONG_FOR_A_WORD
                        .matcher(reply.replaceAll("(\\R|\\p{Cc})+", " ").strip())
                        .replaceAll("…");
        String words = line.startsWith(Integer.toString(code)) ? line : code + " " + line;
        return words.codePoints()
                .limit(MailQueue.ERROR_CHARACTERS_MAX)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /// All of them, the outer ones first. Both libraries keep some beside the cause.
    private static List<Throwable> causes(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Throwable> found = new ArrayList<>(List.of(failure));
        for (int i = 0; i < found.size() && i < CAUSES_MAX; i++) {
            Throwable cause = found.get(i);
            if (seen.add(cause)) {
                if (cause instanceof MailSendException several) {
                    found.addAll(List.of(several.getMessageExceptions()));
                }
                if (cause.getCause() != null) {
                    found.add(cause.getCause());
                }
            }
        }
        return found;
    }
}
