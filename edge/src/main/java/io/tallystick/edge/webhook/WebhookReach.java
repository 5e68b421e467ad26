package io.tallystick.edge.webhook;

import java.net.InetAddress;

/// How far webhooks of this installation reach.
///
/// @param privateAllowed whether `http` and addresses that are not of the internet are fine, as in
///   an installation that speaks to systems beside it
public record WebhookReach(boolean privateAllowed) {

    /// Whether a connection may be opened. It is asked of every address that a name has, right
    /// before one of them is connected to.
    public boolean allows(InetAddress address) {
        return privateAllowed || PublicAddress.is(address.getAddress());
    }
}
