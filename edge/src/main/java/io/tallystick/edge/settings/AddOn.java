package io.tallystick.edge.settings;

/// Something that a partner may or may not give to its customers, which is what their switch of it
/// needs.
///
/// @param field of the partner's add-ons
record AddOn(String field) implements Need {

    @Override
    public boolean in(CustomerSections all) {
        return SectionJson.write(all.partner().of(PartnerSectionType.ADD_ONS))
                .get(field)
                .asBoolean();
    }
}
