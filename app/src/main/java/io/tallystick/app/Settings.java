package io.tallystick.app;

import io.tallystick.app.database.StartRefusedException;
import io.tallystick.edge.caller.ApiKeySecret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What an operator sets in the environment, besides the database.
///
/// @param adminKey the secret of the operator's API key
/// @param adminPassword the password of the operator's page login
public record Settings(Optional<String> adminKey, Optional<String> adminPassword) {

    static final String ADMIN_KEY = "TALLYSTICK_ADMIN_KEY";
    static final String ADMIN_PASSWORD = "TALLYSTICK_ADMIN_PASSWORD";
    static final int ADMIN_KEY_CHARACTERS_MIN = 32;

    /// bcrypt reads no more than 72 bytes; a longer password would be cut without a word.
    static final int ADMIN_PASSWORD_BYTES_MAX = 72;

    public static Settings of(Function<String, @Nullable String> environment) {
        var key = value(environment, ADMIN_KEY);
        var password = value(environment, ADMIN_PASSWORD);
        if (key.filter(secret -> secret.length() < ADMIN_KEY_CHARACTERS_MIN).isPresent()) {
            throw new StartRefusedException(
                    ADMIN_KEY + " must have at least " + ADMIN_KEY_CHARACTERS_MIN + " characters.");
        }
        if (key.filter(ApiKeySecret::isMistyped).isPresent()) {
            throw new StartRefusedException(
                    ADMIN_KEY
                            + " looks like an API key that Tallystick made, and is mistyped: its checksum is wrong.");
        }
        if (password.filter(
                        secret ->
                                secret.getBytes(StandardCharsets.UTF_8).length
                                        > ADMIN_PASSWORD_BYTES_MAX)
                .isPresent()) {
            throw new StartRefusedException(
                    ADMIN_PASSWORD + " must have at most " + ADMIN_PASSWORD_BYTES_MAX + " bytes.");
        }
        return new Settings(key, password);
    }

    private static Optional<String> value(
            Function<String, @Nullable String> environment, String name) {
        return Optional.ofNullable(environment.apply(name)).filter(value -> !value.isBlank());
    }
}
