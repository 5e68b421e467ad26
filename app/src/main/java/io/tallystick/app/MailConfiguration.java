package io.tallystick.app;

import io.tallystick.command.access.PortalAddress;
import io.tallystick.effects.mail.OwnPages;
import io.tallystick.effects.mail.SmtpAccess;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/// Where mails go, and what in them leads to ourselves.
@Configuration
class MailConfiguration {

    @Bean
    @Profile("!demo")
    SmtpAccess smtpAccess(Environment environment) {
        return MailSettings.of(environment::getProperty);
    }

    /// A demo sends nothing, whatever the environment says: its addresses are nobody's.
    @Bean
    @Profile("demo")
    SmtpAccess noSmtpAccess() {
        return SmtpAccess.NONE;
    }

    @Bean
    OwnPages ownPages(PortalAddress portal) {
        return () -> portal.resolve("/");
    }
}
