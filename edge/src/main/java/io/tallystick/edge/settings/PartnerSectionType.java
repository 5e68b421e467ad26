package io.tallystick.edge.settings;

import static io.tallystick.edge.settings.Field.colourOrNone;
import static io.tallystick.edge.settings.Field.emailOrNone;
import static io.tallystick.edge.settings.Field.flag;
import static io.tallystick.edge.settings.Field.lineOrNone;
import static io.tallystick.edge.settings.Field.paragraphsOrNone;
import static io.tallystick.edge.settings.Field.removable;

import io.tallystick.events.settings.PartnerSection;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// The sections of a partner, as [SectionType] has those of a customer. Its storage is none of
/// them: that is given out behind a lock.
public enum PartnerSectionType {
    BRANDING(
            "branding",
            new PartnerSection.Branding(null, null, null, null, null),
            Owner.PARTNER,
            lineOrNone("displayName", 200),
            removable("logo", "A logo is sent by itself: here it can only be removed, with null."),
            colourOrNone("primaryColor"),
            colourOrNone("accentColor"),
            paragraphsOrNone("welcomeMessage", 2_000)),
    SENDER(
            "sender",
            new PartnerSection.Sender(null, null),
            Owner.PARTNER,
            lineOrNone("senderName", 200),
            emailOrNone("senderAddress")),

    /// All may be given at first: nobody loses anything by an upgrade.
    ADD_ONS(
            "addOns",
            new PartnerSection.AddOns(true, true, true, true),
            Owner.OPERATOR,
            flag("advancedAnalytics"),
            flag("detailedCallAnalysis"),
            flag("actionPointAnalysis"),
            flag("payPerCall"));

    /// Who may change a section.
    public enum Owner {
        /// The partner itself, and operators.
        PARTNER,

        /// Only operators.
        OPERATOR
    }

    private final String name;
    private final PartnerSection unchanged;
    private final Owner owner;
    private final Fields fields;

    PartnerSectionType(String name, PartnerSection unchanged, Owner owner, Field... fields) {
        this.name = name;
        this.unchanged = unchanged;
        this.owner = owner;
        this.fields = new Fields(List.of(fields));
    }

    /// As paths, bodies and tables write it.
    public String key() {
        return name;
    }

    /// What holds before anybody changed it.
    public PartnerSection unchanged() {
        return unchanged;
    }

    public Owner owner() {
        return owner;
    }

    public List<Field> fields() {
        return fields.all();
    }

    public Class<? extends PartnerSection> record() {
        return unchanged.getClass();
    }

    public static Optional<PartnerSectionType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name.equals(name)).findFirst();
    }

    public static PartnerSectionType of(PartnerSection section) {
        return Arrays.stream(values())
                .filter(type -> type.record() == section.getClass())
                .findFirst()
                .orElseThrow();
    }

    /// The section with the fields that were sent in the place of those that it had.
    ///
    /// @throws io.tallystick.edge.problem.ApiProblem 400 with all faults
    public PartnerSection changed(PartnerSection before, JsonNode sent) {
        return SectionJson.read(SectionJson.write(before).setAll(fields.require(sent)), record());
    }
}
