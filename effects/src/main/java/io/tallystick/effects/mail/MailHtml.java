package io.tallystick.effects.mail;

import io.tallystick.edge.lookup.MailQueue.Due;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/// A mail as HTML, by an engine of its own: pages and mails share no template. All styles are
/// inline, because that is what readers of mails show; the brand's colour is a bar without words on
/// it, so that there is nothing that could not be read.
@Component
final class MailHtml {

    private static final String TEMPLATE = "mail";
    private static final String OUR_COLOR = "#206bc4";
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}");

    private final TemplateEngine engine = engine();
    private final OwnPages pages;

    MailHtml(OwnPages pages) {
        this.pages = pages;
    }

    /// What the template shows.
    record Shown(
            String subject,
            String brand,
            String color,
            boolean hasLogo,
            List<MailText.Paragraph> paragraphs) {}

    /// @param hasLogo whether the message carries the picture with the content id `logo`
    String of(Due mail, boolean hasLogo) {
        var shown =
                new Shown(
                        mail.subject(),
                        mail.brand().name(),
                        color(mail),
                        hasLogo,
                        MailText.of(mail.body(), pages.root()).paragraphs());
        var context = new Context(Locale.ENGLISH);
        context.setVariable("mail", shown);
        return engine.process(TEMPLATE, context);
    }

    private static String color(Due mail) {
        String color = mail.brand().color();
        return color != null && COLOR.matcher(color).matches() ? color : OUR_COLOR;
    }

    private static TemplateEngine engine() {
        var templates = new ClassLoaderTemplateResolver(MailHtml.class.getClassLoader());
        templates.setPrefix("mail/");
        templates.setSuffix(".html");
        templates.setTemplateMode(TemplateMode.HTML);
        templates.setCharacterEncoding(StandardCharsets.UTF_8.name());
        templates.setCacheable(true);
        var engine = new SpringTemplateEngine();
        engine.setTemplateResolver(templates);
        return engine;
    }
}
