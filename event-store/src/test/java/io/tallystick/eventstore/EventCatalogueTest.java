package io.tallystick.eventstore;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The catalogue is committed, so that whoever reads the log finds it and a review sees what is
/// new. After a change of the vocabulary, write it anew with
///
/// `mvn -pl event-store -am test -Dtest=EventCatalogueTest -Dsurefire.failIfNoSpecifiedTests=false
/// -Dtallystick.events.write=true`
class EventCatalogueTest {

    private static final Path FILE = Path.of("../docs/facts.md");
    private static final Path SOURCES = Path.of("../events/src/main/java");
    private static final Path APPROVED = Path.of("src/test/resources/approved-events");

    @Test
    void the_committed_catalogue_is_what_the_vocabulary_says() throws IOException {
        String text = EventCatalogue.text(SOURCES, APPROVED);

        if (Boolean.getBoolean("tallystick.events.write")) {
            Files.writeString(FILE, text);
        }

        assertThat(Files.readString(FILE)).isEqualTo(text);
    }
}
