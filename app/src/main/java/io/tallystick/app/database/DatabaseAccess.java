package io.tallystick.app.database;

/// Where a database is and who connects to it.
///
/// @param url a JDBC URL that carries neither user nor password
public record DatabaseAccess(String url, String user, String password) {

    /// Settings end up in logs; the password must not.
    @Override
    public String toString() {
        return "%s as %s".formatted(url, user);
    }
}
