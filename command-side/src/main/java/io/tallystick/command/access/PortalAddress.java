package io.tallystick.command.access;

import java.net.URI;

/// Where people reach the pages. It is a setting and never what a request says of itself: a
/// stranger could have a mail sent that leads to the stranger's own server.
public interface PortalAddress {

    URI resolve(String path);
}
