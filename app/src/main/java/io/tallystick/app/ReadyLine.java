package io.tallystick.app;

import static java.util.Objects.requireNonNull;

import io.tallystick.app.database.DataDirectory;
import io.tallystick.app.database.DatabaseSettings;
import java.net.URI;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Says where the server is, to the person who started it and to a second start on the same data
/// directory.
@Component
@Order(2)
class ReadyLine implements ApplicationRunner {

    private final WebServerApplicationContext context;
    private final DatabaseSettings database;
    private final ObjectProvider<DataDirectory> directory;

    ReadyLine(
            WebServerApplicationContext context,
            DatabaseSettings database,
            ObjectProvider<DataDirectory> directory) {
        this.context = context;
        this.database = database;
        this.directory = directory;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        URI address =
                URI.create("http://localhost:" + requireNonNull(context.getWebServer()).getPort());
        if (database.external().isEmpty()) {
            directory.getObject().announce(address);
        }
        System.out.println("Tallystick is ready at " + address);
    }
}
