package io.tallystick.app.matrix;

import java.util.Map;

/// A caller who holds a credential.
interface Asker {

    Who who();

    /// What it can say about itself.
    default Map<String, String> own() {
        return Map.of();
    }

    Answer ask(Question question);
}
