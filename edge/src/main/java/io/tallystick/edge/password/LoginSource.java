package io.tallystick.edge.password;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// Where an attempt comes from. Whoever has an address of IPv6 has all of its network, so that is
/// what counts.
public final class LoginSource {

    public static final String UNKNOWN = "unknown";

    private static final int NETWORK_BYTES = 8;

    private LoginSource() {}

    /// @param address as the container writes it, never a host's name
    public static String of(@Nullable String address) {
        if (address == null || !address.matches("[0-9A-Fa-f:.]+(%.*)?")) {
            return UNKNOWN;
        }
        try {
            byte[] bytes = InetAddress.getByName(address).getAddress();
            return bytes.length == 4
                    ? HexFormat.of().formatHex(bytes)
                    : HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
        } catch (UnknownHostException e) {
            return UNKNOWN;
        }
    }
}
