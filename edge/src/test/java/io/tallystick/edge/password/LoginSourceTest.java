package io.tallystick.edge.password;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginSourceTest {

    @Test
    void two_addresses_of_a_network_of_version_6_are_one_source() {
        assertThat(LoginSource.of("2001:db8:1:2:3:4:5:6"))
                .isEqualTo(LoginSource.of("2001:db8:1:2::1"))
                .isNotEqualTo(LoginSource.of("2001:db8:1:3::1"));
    }

    @Test
    void each_address_of_version_4_is_a_source() {
        assertThat(LoginSource.of("192.0.2.1")).isNotEqualTo(LoginSource.of("192.0.2.2"));
        assertThat(LoginSource.of("::ffff:192.0.2.1")).isEqualTo(LoginSource.of("192.0.2.1"));
    }

    @Test
    void a_person_reads_an_address_or_a_network() {
        assertThat(LoginSource.network("192.0.2.201")).isEqualTo("192.0.2.201");
        assertThat(LoginSource.network("::ffff:192.0.2.201")).isEqualTo("192.0.2.201");
        assertThat(LoginSource.network("2001:db8:1:fffe:3:4:5:6"))
                .isEqualTo("2001:db8:1:fffe::/64");
        assertThat(LoginSource.network("example.com")).isEqualTo(LoginSource.UNKNOWN);
    }

    @Test
    void what_is_no_address_asks_no_name_server() {
        assertThat(LoginSource.of("example.com")).isEqualTo(LoginSource.UNKNOWN);
        assertThat(LoginSource.of(null)).isEqualTo(LoginSource.UNKNOWN);
        assertThat(LoginSource.of("")).isEqualTo(LoginSource.UNKNOWN);
    }
}
