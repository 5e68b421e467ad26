package io.tallystick.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirectoryTest {

    private static final Instant NOW = Instant.parse("2026-11-21T08:00:00Z");

    @TempDir private Path folder;

    @Test
    void the_folder_is_made_where_it_is_missing() {
        try (var data = DataDirectory.open(folder.resolve("a/b"), NOW)) {
            assertThat(data.folder()).isDirectory();
        }
    }

    @Test
    void files_of_others_stay() throws IOException {
        var file = Files.writeString(folder.resolve("notes.txt"), "mine");

        DataDirectory.open(folder, NOW).close();

        assertThat(file).hasContent("mine");
    }

    @Test
    void a_second_use_in_the_same_process_is_refused() {
        try (var data = DataDirectory.open(folder, NOW)) {
            assertThatThrownBy(() -> DataDirectory.open(folder, NOW))
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("This process already uses");
            assertThatThrownBy(() ->
                            DataDirectory.open(
                                    data.folder().resolve("../" + data.folder().getFileName()),
                                    NOW))
                    .isInstanceOf(StartRefusedException.class);
        }
    }

    @Test
    void a_closed_folder_may_be_opened_again() {
        DataDirectory.open(folder, NOW).close();
        DataDirectory.open(folder, NOW).close();

        assertThat(folder.resolve("lock")).isEmptyFile();
    }

    @Test
    void a_folder_that_cannot_be_made_is_said_in_a_sentence() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");

        assertThatThrownBy(() -> DataDirectory.open(file, NOW))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("cannot be made");
    }

    @Test
    void the_password_is_kept_and_only_its_owner_may_read_it() throws IOException {
        try (var data = DataDirectory.open(folder, NOW)) {
            var password = data.password();

            assertThat(password).hasSizeGreaterThanOrEqualTo(40).isEqualTo(data.password());
            assertThat(Files.getPosixFilePermissions(data.passwordFile()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }

    @Test
    void a_password_file_that_others_could_read_is_closed_again() throws IOException {
        try (var data = DataDirectory.open(folder, NOW)) {
            data.password();
            Files.setPosixFilePermissions(
                    data.passwordFile(), PosixFilePermissions.fromString("rw-r--r--"));

            data.password();

            assertThat(Files.getPosixFilePermissions(data.passwordFile()))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
        }
    }
}
