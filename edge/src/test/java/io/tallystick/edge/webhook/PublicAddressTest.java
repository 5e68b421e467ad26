package io.tallystick.edge.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.0",
                "100.63.255.255",
                "100.128.0.0",
                "126.255.255.255",
                "128.0.0.0",
                "168.63.129.15",
                "169.253.255.255",
                "169.255.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.167.255.255",
                "192.169.0.0",
                "198.17.255.255",
                "198.20.0.0",
                "223.255.255.255",
                "2001:200::1",
                "2606:4700::1111",
                "2003::1",
                "64:ff9b::808:808",
                "2002:808:808::1"
            })
    void right_beside_what_is_special_the_internet_goes_on(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address).getAddress())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.255.255.255",
                "10.0.0.0",
                "10.255.255.255",
                "100.64.0.0",
                "100.127.255.255",
                "127.0.0.0",
                "127.255.255.255",
                "168.63.129.16",
                "169.254.0.0",
                "169.254.255.255",
                "172.16.0.0",
                "172.31.255.255",
                "192.168.0.0",
                "192.168.255.255",
                "198.18.0.0",
                "198.19.255.255",
                "224.0.0.0",
                "255.255.255.255",
                "::",
                "::1",
                "fc00::",
                "fdff:ffff::1",
                "fe80::1",
                "ff02::1",
                "2001:db8::1",
                "2001:1ff:ffff::1",
                "3fff::1",
                "4000::1",
                "64:ff9b::a00:1",
                "2002:a00:1::"
            })
    void what_is_special_is_not_of_it(String address) {
        assertThat(PublicAddress.is(InetAddress.ofLiteral(address).getAddress())).isFalse();
    }

    /// Java makes IPv4 of a literal like this, but not of 16 bytes that came another way.
    @Test
    void an_ipv4_address_in_the_clothes_of_ipv6_is_judged_as_what_it_is() {
        assertThat(PublicAddress.is(mapped(127, 0, 0, 1))).isFalse();
        assertThat(PublicAddress.is(mapped(169, 254, 169, 254))).isFalse();
        assertThat(PublicAddress.is(mapped(8, 8, 8, 8))).isTrue();
    }

    private static byte[] mapped(int... ipv4) {
        byte[] bytes = new byte[16];
        bytes[10] = -1;
        bytes[11] = -1;
        for (int i = 0; i < ipv4.length; i++) {
            bytes[12 + i] = (byte) ipv4[i];
        }
        return bytes;
    }
}
