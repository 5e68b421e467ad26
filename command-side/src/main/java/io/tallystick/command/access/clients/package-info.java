/// The people whom customers serve, and their invitations.
@NullMarked
package io.tallystick.command.access.clients;

import org.jspecify.annotations.NullMarked;
