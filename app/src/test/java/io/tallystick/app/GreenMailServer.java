package io.tallystick.app;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// A mail server, the main class of a process of its own. It says its port, and for each line that
/// it is sent how many mails it has and then each of them in one line. It ends with its input.
final class GreenMailServer {

    private GreenMailServer() {}

    public static void main(String[] arguments) throws IOException, MessagingException {
        var mails = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        mails.start();
        System.out.println(mails.getSmtp().getPort());
        var asked = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
        while (asked.readLine() != null) {
            MimeMessage[] received = mails.getReceivedMessages();
            System.out.println(received.length);
            for (MimeMessage message : received) {
                var bytes = new ByteArrayOutputStream();
                message.writeTo(bytes);
                System.out.println(Base64.getEncoder().encodeToString(bytes.toByteArray()));
            }
        }
        mails.stop();
    }
}
