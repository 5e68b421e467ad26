/// The database below the application: an embedded PostgreSQL in the data directory or an external
/// one, and the checks that keep either from losing what was acknowledged.
@NullMarked
package io.tallystick.app.database;

import org.jspecify.annotations.NullMarked;
