package io.tallystick.app.demo;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.app.database.DatabaseAccess;
import io.tallystick.app.database.DatabaseSettings;
import io.tallystick.app.database.StartRefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFolderTest {

    @TempDir private Path data;

    @Test
    void an_empty_folder_is_free_for_both() {
        assertThatCode(() -> DemoFolder.refuse(embedded())).doesNotThrowAnyException();
        assertThatCode(() -> DemoFolder.refuseOthers(embedded())).doesNotThrowAnyException();
    }

    @Test
    void a_server_refuses_the_folder_of_a_demo() throws IOException {
        Files.createFile(DemoFolder.mark(data));

        assertThatThrownBy(() -> DemoFolder.refuse(embedded()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("holds the demo");
        assertThatCode(() -> DemoFolder.refuseOthers(embedded())).doesNotThrowAnyException();
    }

    @Test
    void the_demo_refuses_the_folder_of_a_server() throws IOException {
        Files.createDirectory(data.resolve("postgres"));

        assertThatThrownBy(() -> DemoFolder.refuseOthers(embedded()))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("no demo");
    }

    @Test
    void the_demo_refuses_a_database_that_others_may_use() {
        var external =
                new DatabaseSettings(
                        data, Optional.of(new DatabaseAccess("jdbc:postgresql://h/d", "u", "p")));

        assertThatThrownBy(() -> DemoFolder.refuseOthers(external))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageContaining("TALLYSTICK_DATABASE_URL");
    }

    private DatabaseSettings embedded() {
        return new DatabaseSettings(data, Optional.empty());
    }
}
