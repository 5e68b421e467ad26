package io.tallystick.command.settings;

import io.tallystick.command.Commands;
import io.tallystick.edge.position.Positions;
import io.tallystick.edge.settings.CustomerSections;
import io.tallystick.edge.settings.SectionJson;
import io.tallystick.edge.settings.SectionType;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.node.ObjectNode;

/// A section as a command left it, with the version for the next `If-Match`.
final class SavedSection {

    private SavedSection() {}

    static ResponseEntity<ObjectNode> of(Commands.Done<CustomerSections> done, SectionType type) {
        ObjectNode saved = SectionJson.shown(done.result().of(type));
        saved.put("version", done.result().version());
        return ResponseEntity.ok()
                .header(Positions.POSITION, Long.toString(done.position()))
                .body(saved);
    }
}
