package io.tallystick.app.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The document is committed, so that a review sees who may do more than before. After a change of
/// a table, write it anew with
///
/// `mvn -pl app -am test -Dtest=PermissionsDocumentTest -Dsurefire.failIfNoSpecifiedTests=false
/// -Dtallystick.permissions.write=true`
class PermissionsDocumentTest {

    private static final Path FILE = Path.of("../docs/permissions.md");

    @Test
    void the_committed_document_is_what_the_tables_say() throws Exception {
        String text = PermissionsDocument.text();

        if (Boolean.getBoolean("tallystick.permissions.write")) {
            Files.writeString(FILE, text);
        }

        assertThat(Files.readString(FILE)).isEqualTo(text);
    }
}
