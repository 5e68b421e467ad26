package io.tallystick.edge.password;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Where an attempt comes from. Whoever has an address of IPv6 has all of its network, so that is
/// what counts.
public final class LoginSource {

    public static final String UNKNOWN = "unknown";

    private static final int NETWORK_BYTES = 8;
    private static final int IPV4_BYTES = 4;
    private static final int NUMBERS = 4;
    private static final String ADDRESS = "%d.%d.%d.%d";
    private static final String NETWORK = "%x:%x:%x:%x::/64";

    private LoginSource() {}

    /// @param address as the container writes it, never a host's name
    public static String of(@Nullable String address) {
        byte[] bytes = bytes(address);
        return switch (bytes.length) {
            case 0 -> UNKNOWN;
            case IPV4_BYTES -> HexFormat.of().formatHex(bytes);
            default -> HexFormat.of().formatHex(bytes, 0, NETWORK_BYTES);
        };
    }

    /// The same for people: `192.0.2.1`, or `2001:db8:0:1::/64`.
    ///
    /// @param address as the container writes it, never a host's name
    public static String network(@Nullable String address) {
        byte[] bytes = bytes(address);
        return switch (bytes.length) {
            case 0 -> UNKNOWN;
            case IPV4_BYTES -> ADDRESS.formatted(numbers(bytes, Byte.BYTES));
            default -> NETWORK.formatted(numbers(bytes, Short.BYTES));
        };
    }

    /// @return none for what is no address
    private static byte[] bytes(@Nullable String address) {
        if (address == null || !address.matches("[0-9A-Fa-f:.]+(%.*)?")) {
            return new byte[0];
        }
        try {
            return InetAddress.getByName(address).getAddress();
        } catch (UnknownHostException e) {
            return new byte[0];
        }
    }

    /// The first four numbers, of so many bytes each.
    private static Object[] numbers(byte[] address, int bytesEach) {
        return IntStream.range(0, NUMBERS)
                .mapToObj(number -> new BigInteger(1, address, number * bytesEach, bytesEach))
                .toArray();
    }
}
