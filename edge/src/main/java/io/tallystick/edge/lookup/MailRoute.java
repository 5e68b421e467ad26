package io.tallystick.edge.lookup;

/// Whether mails leave this installation. Whoever sends them says so; whoever writes them need not
/// know how.
public interface MailRoute {

    boolean isOpen();
}
