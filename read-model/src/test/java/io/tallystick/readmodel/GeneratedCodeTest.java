package io.tallystick.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The jOOQ classes are committed, so that a build needs no database and a review sees what a
/// migration changes. After a change of a migration, write them anew with
///
/// `mvn -pl read-model -am test -Dtest=GeneratedCodeTest -Dsurefire.failIfNoSpecifiedTests=false
/// -Dtallystick.jooq.write=true`
class GeneratedCodeTest {

    private static final Path COMMITTED = Path.of("src/generated/java");

    @Test
    void committed_classes_are_what_the_migrations_generate(@TempDir Path fresh) throws Exception {
        JooqClasses.generate(fresh);

        if (Boolean.getBoolean("tallystick.jooq.write")) {
            JooqClasses.generate(COMMITTED.toAbsolutePath());
        }

        assertThat(filesOf(COMMITTED)).isNotEmpty().isEqualTo(filesOf(fresh));
    }

    private static Map<String, String> filesOf(Path directory) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (var paths = Files.walk(directory)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                files.put(directory.relativize(path).toString(), Files.readString(path));
            }
        }
        return files;
    }
}
