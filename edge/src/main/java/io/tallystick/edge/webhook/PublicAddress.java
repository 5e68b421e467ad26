package io.tallystick.edge.webhook;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Whether an IP address is one of the public internet. Everything else may be a machine beside
/// ours: loopback, private and shared ranges, link-local ones with the metadata of clouds,
/// multicast, and what is reserved for something. Of IPv6 that carries an IPv4 address in it, the
/// inner one counts, because that is where packets end up.
public final class PublicAddress {

    private static final int IPV4_BYTES = 4;

    /// By IANA's registries of special addresses.
    private static final List<Block> IPV4_BLOCKS =
            List.of(
                    Block.of("0.0.0.0", 8),
                    Block.of("10.0.0.0", 8),
                    Block.of("100.64.0.0", 10),
                    Block.of("127.0.0.0", 8),
                    // Azure answers machines that it runs at this one.
                    Block.of("168.63.129.16", 32),
                    Block.of("169.254.0.0", 16),
                    Block.of("172.16.0.0", 12),
                    Block.of("192.0.0.0", 24),
                    Block.of("192.0.2.0", 24),
                    Block.of("192.88.99.0", 24),
                    Block.of("192.168.0.0", 16),
                    Block.of("198.18.0.0", 15),
                    Block.of("198.51.100.0", 24),
                    Block.of("203.0.113.0", 24),
                    Block.of("224.0.0.0", 4),
                    Block.of("240.0.0.0", 4));

    /// All of IPv6 that is given out so far.
    private static final Block GLOBAL_UNICAST = Block.of("2000::", 3);

    private static final List<Block> IPV6_BLOCKS =
            List.of(Block.of("2001::", 23), Block.of("2001:db8::", 32), Block.of("3fff::", 20));

    private static final Block NAT64 = Block.of("64:ff9b::", 96);
    private static final Block SIX_TO_FOUR = Block.of("2002::", 16);

    /// Java reads a literal of one as IPv4.
    private static final Block MAPPED =
            new Block(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 0, 0, 0, 0}, 96);

    private static final int AT_THE_END = 12;
    private static final int BEHIND_THE_PREFIX = 2;

    private PublicAddress() {}

    private record Block(byte[] start, int bits) {

        static Block of(String literal, int bits) {
            return new Block(InetAddress.ofLiteral(literal).getAddress(), bits);
        }

        boolean has(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    /// @param address of 4 bytes or 16
    public static boolean is(byte[] address) {
        return address.length == IPV4_BYTES ? isOfIpv4(address) : isOfIpv6(address);
    }

    private static boolean isOfIpv4(byte[] address) {
        return IPV4_BLOCKS.stream().noneMatch(block -> block.has(address));
    }

    private static boolean isOfIpv6(byte[] address) {
        return inner(address)
                .map(PublicAddress::isOfIpv4)
                .orElseGet(() ->
                        GLOBAL_UNICAST.has(address)
                                && IPV6_BLOCKS.stream().noneMatch(block -> block.has(address)));
    }

    private static Optional<byte[]> inner(byte[] address) {
        if (MAPPED.has(address) || NAT64.has(address)) {
            return Optional.of(part(address, AT_THE_END));
        }
        return SIX_TO_FOUR.has(address)
                ? Optional.of(part(address, BEHIND_THE_PREFIX))
                : Optional.empty();
    }

    private static byte[] part(byte[] address, int from) {
        return Arrays.copyOfRange(address, from, from + IPV4_BYTES);
    }
}
