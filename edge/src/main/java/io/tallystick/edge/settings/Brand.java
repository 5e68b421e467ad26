package io.tallystick.edge.settings;

import io.tallystick.edge.lookup.MailBrand;
import io.tallystick.edge.lookup.MailSender;
import io.tallystick.events.settings.PartnerSection;
import io.tallystick.events.settings.Section;
import org.jspecify.annotations.Nullable;

/// How the product looks to people of a customer: each of its values is the customer's, else the
/// partner's, else null for ours.
///
/// @param logo the SHA-256 of the picture
public record Brand(
        @Nullable String displayName,
        @Nullable String logo,
        @Nullable String primaryColor,
        @Nullable String accentColor,
        @Nullable String welcomeMessage,
        @Nullable String senderName,
        @Nullable String senderAddress) {

    public static final Brand OURS = new Brand(null, null, null, null, null, null, null);

    private static final String PRODUCT = "Tallystick";

    public static Brand of(CustomerSections all) {
        Section.Branding own = all.of(Section.Branding.class);
        Brand above = of(all.partner());
        return new Brand(
                first(own.displayName(), above.displayName),
                first(own.logo(), above.logo),
                first(own.primaryColor(), above.primaryColor),
                first(own.accentColor(), above.accentColor),
                first(own.welcomeMessage(), above.welcomeMessage),
                first(own.senderName(), above.senderName),
                first(own.senderAddress(), above.senderAddress));
    }

    /// As people of the partner itself see it.
    public static Brand of(PartnerSections partner) {
        PartnerSection.Branding branding = partner.branding();
        PartnerSection.Sender sender = partner.sender();
        return new Brand(
                branding.displayName(),
                branding.logo(),
                branding.primaryColor(),
                branding.accentColor(),
                branding.welcomeMessage(),
                sender.senderName(),
                sender.senderAddress());
    }

    /// What people read as the name of the product.
    public String name() {
        return displayName == null ? PRODUCT : displayName;
    }

    /// Whom a mail says that it comes from.
    public MailSender mailSender() {
        return new MailSender(senderName == null ? name() : senderName, senderAddress);
    }

    /// How a mail looks.
    public MailBrand mailBrand() {
        return new MailBrand(name(), primaryColor, logo);
    }

    private static @Nullable String first(@Nullable String own, @Nullable String above) {
        return own == null ? above : own;
    }
}
