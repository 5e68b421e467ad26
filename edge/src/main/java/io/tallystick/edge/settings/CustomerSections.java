package io.tallystick.edge.settings;

import io.tallystick.events.settings.Section;
import java.util.EnumMap;
import java.util.Map;

/// All that is set for a customer, at a version that counts the changes of every section.
///
/// @param partner what is set for its partner, without that one's version
public record CustomerSections(
        long version, Map<SectionType, Section> changed, PartnerSections partner) {

    public static final CustomerSections UNCHANGED =
            new CustomerSections(0, Map.of(), PartnerSections.UNCHANGED);

    public CustomerSections {
        changed = Map.copyOf(changed);
    }

    public Section of(SectionType type) {
        return changed.getOrDefault(type, type.unchanged());
    }

    public <S extends Section> S of(Class<S> section) {
        for (SectionType type : SectionType.values()) {
            if (type.record() == section) {
                return section.cast(of(type));
            }
        }
        throw new IllegalArgumentException(section + " is no section");
    }

    /// What is in the place of a section that is to come.
    public Section before(Section section) {
        return of(SectionType.of(section));
    }

    /// With another section, one version later.
    public CustomerSections with(Section section) {
        Map<SectionType, Section> all = new EnumMap<>(SectionType.class);
        all.putAll(changed);
        all.put(SectionType.of(section), section);
        return new CustomerSections(version + 1, all, partner);
    }

    /// The same, of a partner for which this is set.
    public CustomerSections under(PartnerSections above) {
        return new CustomerSections(version, changed, above);
    }
}
