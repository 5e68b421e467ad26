package io.tallystick.app;

import io.tallystick.app.database.StartRefusedException;
import io.tallystick.command.access.PortalAddress;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/// Where people reach the pages: what the operator has set, else this machine.
@Component
final class ConfiguredPortalAddress implements PortalAddress {

    static final String NAME = "TALLYSTICK_URL";

    private final Environment environment;
    private final Optional<URI> configured;

    ConfiguredPortalAddress(Environment environment) {
        this.environment = environment;
        this.configured = parse(environment.getProperty(NAME));
    }

    @Override
    public URI resolve(String path) {
        String base = configured.map(URI::toString).orElseGet(this::local);
        return URI.create(base + path);
    }

    /// The port that was opened, which need not be the one that was asked for.
    private String local() {
        return "http://localhost:" + environment.getProperty("local.server.port", "8080");
    }

    static Optional<URI> parse(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return Optional.empty();
        }
        try {
            URI address = URI.create(value.strip().replaceAll("/+$", ""));
            boolean web = "https".equals(address.getScheme()) || "http".equals(address.getScheme());
            if (web && address.getHost() != null && address.getRawQuery() == null) {
                return Optional.of(address);
            }
        } catch (IllegalArgumentException noAddress) {
            // It is refused below.
        }
        throw new StartRefusedException(
                NAME + " must be the address of the pages, such as https://usage.example.com.");
    }
}
