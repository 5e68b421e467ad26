package io.tallystick.edge.settings;

import io.tallystick.events.settings.PartnerSection;
import java.util.EnumMap;
import java.util.Map;

/// All that is set for a partner but its storage, at a version that counts the changes of both.
public record PartnerSections(long version, Map<PartnerSectionType, PartnerSection> changed) {

    public static final PartnerSections UNCHANGED = new PartnerSections(0, Map.of());

    public PartnerSections {
        changed = Map.copyOf(changed);
    }

    public PartnerSection of(PartnerSectionType type) {
        return changed.getOrDefault(type, type.unchanged());
    }

    public PartnerSection.Branding branding() {
        return (PartnerSection.Branding) of(PartnerSectionType.BRANDING);
    }

    public PartnerSection.Sender sender() {
        return (PartnerSection.Sender) of(PartnerSectionType.SENDER);
    }

    public PartnerSection.AddOns addOns() {
        return (PartnerSection.AddOns) of(PartnerSectionType.ADD_ONS);
    }

    /// With another section, one version later.
    public PartnerSections with(PartnerSection section) {
        Map<PartnerSectionType, PartnerSection> all = new EnumMap<>(PartnerSectionType.class);
        all.putAll(changed);
        all.put(PartnerSectionType.of(section), section);
        return new PartnerSections(version + 1, all);
    }

    /// The same sections, after something else of the partner was changed.
    public PartnerSections later() {
        return new PartnerSections(version + 1, changed);
    }
}
