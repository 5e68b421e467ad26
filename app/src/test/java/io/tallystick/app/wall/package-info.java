/// The wall between tenants, over every table that the catalogue of PostgreSQL knows.
@NullMarked
package io.tallystick.app.wall;

import org.jspecify.annotations.NullMarked;
