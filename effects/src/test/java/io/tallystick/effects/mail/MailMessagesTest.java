package io.tallystick.effects.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.edge.lookup.MailBrand;
import io.tallystick.edge.lookup.MailSender;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.picture.Png;
import jakarta.mail.BodyPart;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What a mail looks like when it arrives.
class MailMessagesTest {

    private static final String TEXT =
            """
            You are invited to Heron, as viewer.

            Follow this link. It works once:

            https://usage.example.com/invitations/abc_-123

            If you do not know what this is about, do nothing.
            """;

    private final Office office = new Office();
    private final RoughMailServer server = new RoughMailServer();

    @AfterEach
    void close() {
        server.close();
        office.close();
    }

    private MimeMessage arrived() throws MessagingException {
        office.sender(server.port()).deliverDue();
        assertThat(server.taken()).as(office.rows().toString()).hasSize(1);
        return Office.read(server.taken().getFirst());
    }

    @Test
    void it_comes_from_the_brand_as_text_and_as_html() throws Exception {
        var mail =
                office.write(
                        "ada@cafe.example",
                        new MailSender("Zürich & \"Söhne\"", "post@heron.example"),
                        Office.BRAND,
                        "You are invited to Café Zürich",
                        TEXT,
                        Office.NEVER);

        MimeMessage message = arrived();

        assertThat(message.getFrom())
                .extracting(Object::toString)
                .singleElement()
                .asString()
                .contains("<post@heron.example>");
        assertThat(((InternetAddress) message.getFrom()[0]).getPersonal())
                .isEqualTo("Zürich & \"Söhne\"");
        assertThat(message.getSender()).hasToString("usage@tallystick.example");
        assertThat(message.getRecipients(RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly("ada@cafe.example");
        assertThat(message.getSubject()).isEqualTo("You are invited to Café Zürich");
        assertThat(message.getMessageID()).isEqualTo("<" + mail + "@tallystick.example>");
        assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(message.getSentDate()).isEqualTo(Office.NOW);
        assertThat(part(message, "text/plain").replace("\r\n", "\n").strip())
                .isEqualTo(TEXT.strip());
        assertThat(part(message, "text/html"))
                .contains("background-color:#aa2200;", ">Heron<")
                .contains("href=\"https://usage.example.com/invitations/abc_-123\"")
                .doesNotContain("<img", "th:text", "xmlns");
        assertThat(parts(message)).extracting(MailMessagesTest::type).hasSize(2);
    }

    @Test
    void a_brand_without_an_address_writes_from_the_installations() throws Exception {
        office.write("ada@cafe.example");

        MimeMessage message = arrived();

        assertThat(message.getFrom())
                .extracting(Object::toString)
                .containsExactly("Heron Billing <usage@tallystick.example>");
        assertThat(message.getSender()).isNull();
    }

    @Test
    void a_logo_is_a_part_of_the_mail_and_one_that_was_replaced_is_left_out() throws Exception {
        office.logos().put(Partners.DEFAULT, null, new Png(new byte[] {1, 2, 3}, "sha-of-logo"));
        var brand = new MailBrand("Heron", null, "sha-of-logo");
        office.write("ada@cafe.example", Office.HERON, brand, "Hello", "Hello", Office.NEVER);

        MimeMessage message = arrived();

        assertThat(part(message, "text/html"))
                .contains("<img src=\"cid:logo\" alt=\"Heron\"")
                .contains("background-color:#206bc4;");
        Part logo =
                parts(message).stream()
                        .filter(part -> type(part).startsWith("image/png"))
                        .findFirst()
                        .orElseThrow();
        assertThat(logo.getInputStream().readAllBytes()).containsExactly(1, 2, 3);
        assertThat(logo.getHeader("Content-ID")).containsExactly("<logo>");

        office.logos().put(Partners.DEFAULT, null, new Png(new byte[] {4}, "sha-of-another"));
        office.write("bob@cafe.example", Office.HERON, brand, "Hello", "Hello", Office.NEVER);
        office.sender(server.port()).deliverDue();
        assertThat(part(Office.read(server.taken().get(1)), "text/html"))
                .doesNotContain("<img")
                .contains(">Heron<");
    }

    @Test
    void words_of_strangers_are_words() throws Exception {
        String evil = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
        var brand = new MailBrand(evil, "#fff\" onload=\"x", null);
        office.write(
                "ada@cafe.example",
                new MailSender(evil, null),
                brand,
                "Hello " + evil,
                "Hello "
                        + evil
                        + " ${7*7} [[${mail}]] th:text=\"x\"\n\nhttps://evil.example/login\n\n"
                        + "https://usage.example.com.evil.example/\n\nhttps://usage.example.com/\"onclick=x\n\n"
                        + "see https://usage.example.com/a\n\njavascript:alert(1)\n",
                Office.NEVER);

        MimeMessage message = arrived();

        assertThat(message.getSubject()).isEqualTo("Hello " + evil);
        assertThat(part(message, "text/plain")).contains(evil, "${7*7}");
        assertThat(part(message, "text/html"))
                .doesNotContain("<script", "<img", "<a ", "onload=\"", "49")
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;", "${7*7}")
                .contains("https://evil.example/login", "background-color:#206bc4;");
    }

    @Test
    void the_end_of_a_line_in_a_name_adds_no_header() throws Exception {
        String two = "Heron\r\nBcc: eve@evil.example";
        for (MailSender from : List.of(new MailSender(two, null), new MailSender("Heron", two))) {
            assertThatThrownBy(() ->
                            office.write(
                                    "ada@cafe.example",
                                    from,
                                    Office.BRAND,
                                    "Hello",
                                    "Hello",
                                    Office.NEVER))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() ->
                        office.write(
                                "ada@cafe.example",
                                Office.HERON,
                                Office.BRAND,
                                two,
                                "Hello",
                                Office.NEVER))
                .isInstanceOf(IllegalArgumentException.class);

        // Whatever is in the row all the same.
        office.write("ada@cafe.example");
        office.jdbc()
                .sql("update work.outbox set from_name = :two, subject = :two")
                .param("two", two)
                .update();
        MimeMessage message = arrived();

        assertThat(message.getHeader("Bcc")).isNull();
        assertThat(message.getSubject()).isEqualTo("Heron Bcc: eve@evil.example");
        assertThat(server.commands()).filteredOn(it -> it.startsWith("RCPT")).hasSize(1);
    }

    @Test
    void a_host_in_any_letters_is_written_to() throws Exception {
        office.write("ada@zürich.example");

        assertThat(arrived().getRecipients(RecipientType.TO))
                .extracting(Object::toString)
                .containsExactly("ada@xn--zrich-kva.example");
    }

    private static String part(MimeMessage message, String type)
            throws MessagingException, IOException {
        return parts(message).stream()
                .filter(part -> type(part).startsWith(type))
                .map(MailMessagesTest::text)
                .findFirst()
                .orElseThrow();
    }

    private static String text(Part part) {
        try {
            return (String) part.getContent();
        } catch (IOException | MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String type(Part part) {
        try {
            return part.getContentType();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /// The leaves.
    private static List<Part> parts(Part part) throws MessagingException, IOException {
        if (!(part.getContent() instanceof MimeMultipart several)) {
            return List.of(part);
        }
        List<Part> found = new ArrayList<>();
        for (int i = 0; i < several.getCount(); i++) {
            BodyPart inner = several.getBodyPart(i);
            found.addAll(parts(inner));
        }
        return found;
    }
}
