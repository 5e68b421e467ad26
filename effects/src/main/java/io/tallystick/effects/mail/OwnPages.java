package io.tallystick.effects.mail;

import java.net.URI;

/// Where people reach the pages. Only what leads there becomes a link: the rest of a mail may be
/// words of strangers.
public interface OwnPages {

    /// Ends with a slash.
    URI root();
}
