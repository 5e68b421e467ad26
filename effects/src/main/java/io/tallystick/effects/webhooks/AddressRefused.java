package io.tallystick.effects.webhooks;

import java.io.Serial;
import java.net.UnknownHostException;

/// A name has an address that nothing is sent to.
final class AddressRefused extends UnknownHostException {

    @Serial private static final long serialVersionUID = 1L;

    AddressRefused(String host) {
        super(host + " has an address that is not of the public internet");
    }
}
