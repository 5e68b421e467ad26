package io.tallystick.edge.caller;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a key may do. None implies another, but for `ADMIN`, which implies all.
public enum Permission {
    READ,
    WRITE,
    DELETE,
    ADMIN;

    /// As clients and facts write it.
    public String lower() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Set<Permission> named(String... names) {
        return Arrays.stream(names)
                .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// In the order of the alphabet.
    public static String[] names(Collection<Permission> permissions) {
        return permissions.stream().map(Permission::lower).sorted().toArray(String[]::new);
    }
}
