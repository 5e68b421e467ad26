package io.tallystick.command.settings;

import io.tallystick.command.Commands;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.settings.PartnerSectionType;
import io.tallystick.edge.settings.PartnerSections;
import io.tallystick.edge.settings.SectionJson;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/// A partner's section as a command left it, with the version for the next `If-Match`.
final class SavedPartnerSection {

    private SavedPartnerSection() {}

    static ResponseEntity<ObjectNode> of(
            Commands.Done<PartnerSections> done, PartnerSectionType type) {
        ObjectNode saved = SectionJson.write(done.result().of(type));
        saved.put("version", done.result().version());
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(saved);
    }
}
