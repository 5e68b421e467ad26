package io.tallystick.app;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;

/// [GreenMailServer] in a process of its own, as a test sees it.
final class ForeignMailServer implements AutoCloseable {

    private final Process process;
    private final BufferedReader said;
    private final int port;

    ForeignMailServer() {
        try {
            process =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-Xmx128m",
                                    "-XX:+UseSerialGC",
                                    "-XX:TieredStopAtLevel=1",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    GreenMailServer.class.getName())
                            .redirectError(ProcessBuilder.Redirect.INHERIT)
                            .start();
            said =
                    new BufferedReader(
                            new InputStreamReader(
                                    process.getInputStream(), StandardCharsets.US_ASCII));
            port = number();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return port;
    }

    /// All that it ever took, in the order in which they came.
    synchronized List<MimeMessage> mails() {
        try {
            process.getOutputStream().write('\n');
            process.getOutputStream().flush();
            List<MimeMessage> mails = new ArrayList<>();
            for (int left = number(); left > 0; left--) {
                mails.add(
                        new MimeMessage(
                                Session.getInstance(new Properties()),
                                new ByteArrayInputStream(
                                        Base64.getDecoder().decode(said.readLine()))));
            }
            return mails;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    List<MimeMessage> mailsTo(String recipient) {
        return mails().stream().filter(mail -> isTo(mail, recipient)).toList();
    }

    private static boolean isTo(MimeMessage mail, String recipient) {
        try {
            return mail.getRecipients(RecipientType.TO)[0].toString().equals(recipient);
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What else is printed is not ours.
    private int number() throws IOException {
        String line = said.readLine();
        while (line != null && !line.matches("[0-9]+")) {
            line = said.readLine();
        }
        if (line == null) {
            throw new IllegalStateException("the mail server has ended");
        }
        return Integer.parseInt(line);
    }

    @Override
    public void close() {
        process.destroy();
    }
}
