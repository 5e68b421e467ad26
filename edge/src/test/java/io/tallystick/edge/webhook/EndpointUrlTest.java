package io.tallystick.edge.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.webhook.EndpointUrl.Fault;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may be written as the address of an endpoint. The corpus is what people try who want us to
/// speak to machines beside ours.
class EndpointUrlTest {

    private static final WebhookReach INTERNET = new WebhookReach(false);
    private static final WebhookReach EVERYWHERE = new WebhookReach(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com",
                "https://hooks.example.com/",
                "https://hooks.example.com/tallystick?tenant=4&x=%2F",
                "https://hooks.example.com:443/in",
                "https://hooks.example.com:8443/in",
                "https://HOOKS.Example.COM/In",
                "https://xn--bcher-kva.example/in",
                "https://a-b.example.co.uk/in",
                "https://8.8.8.8/in",
                "https://[2606:4700:4700::1111]/in",
                "https://[2606:4700:4700::1111]:8443/in",
                // What is not ours by its look is judged when it is resolved.
                "https://127.0.0.1.nip.io.example.com/in"
            })
    void an_https_address_of_the_internet_is_taken(String url) {
        assertThat(EndpointUrl.fault(url, INTERNET)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // not web, or not encrypted
                "http://hooks.example.com/in",
                "ftp://hooks.example.com/in",
                "file:///etc/passwd",
                "gopher://hooks.example.com/",
                "javascript:alert(1)",
                "data:text/plain,hello",
                "jar:https://hooks.example.com!/x",
                "//hooks.example.com/in",
                "hooks.example.com/in",
                "https:hooks.example.com",
                "https:///in",
                "https://",
                // loopback, in every notation
                "https://localhost/in",
                "https://LOCALHOST/in",
                "https://localhost.localdomain/in",
                "https://api.localhost/in",
                "https://127.0.0.1/in",
                "https://127.1/in",
                "https://127.0.1/in",
                "https://127.255.255.254/in",
                "https://2130706433/in",
                "https://017700000001/in",
                "https://0x7f000001/in",
                "https://0x7f.0.0.1/in",
                "https://0177.0.0.1/in",
                "https://0177.0x0.0.1/in",
                "https://127.0.0.01/in",
                "https://127.0.0.1./in",
                "https://0/in",
                "https://0.0.0.0/in",
                "https://[::]/in",
                "https://[::1]/in",
                "https://[0:0:0:0:0:0:0:1]/in",
                "https://[::ffff:127.0.0.1]/in",
                "https://[::ffff:7f00:1]/in",
                "https://[0:0:0:0:0:ffff:7f00:0001]/in",
                "https://[::127.0.0.1]/in",
                "https://[::7f00:1]/in",
                // private, shared and link-local
                "https://10.0.0.1/in",
                "https://172.16.0.1/in",
                "https://172.31.255.255/in",
                "https://192.168.1.1/in",
                "https://100.64.0.1/in",
                "https://169.254.1.1/in",
                "https://[fc00::1]/in",
                "https://[fd12:3456:789a::1]/in",
                "https://[fe80::1]/in",
                "https://[fe80::1%25eth0]/in",
                "https://[fec0::1]/in",
                "https://[::ffff:10.0.0.1]/in",
                "https://[::ffff:192.168.0.1]/in",
                // the metadata of clouds
                "https://169.254.169.254/latest/meta-data",
                "https://2852039166/latest/meta-data",
                "https://0xa9fea9fe/latest/meta-data",
                "https://0xA9.0xFE.0xA9.0xFE/latest/meta-data",
                "https://0251.0376.0251.0376/latest/meta-data",
                "https://[::ffff:169.254.169.254]/latest",
                "https://[fd00:ec2::254]/latest",
                "https://metadata.google.internal/computeMetadata",
                "https://100.100.100.200/latest",
                "https://192.0.0.192/opc",
                "https://168.63.129.16/machine",
                // what carries an IPv4 address inside
                "https://[64:ff9b::7f00:1]/in",
                "https://[64:ff9b::a9fe:a9fe]/in",
                "https://[64:ff9b:1::7f00:1]/in",
                "https://[2002:7f00:1::]/in",
                "https://[2002:a9fe:a9fe::]/in",
                "https://[2002:c0a8:101::1]/in",
                "https://[2001::7f00:1]/in",
                // reserved for something else
                "https://192.0.2.1/in",
                "https://198.18.0.1/in",
                "https://203.0.113.9/in",
                "https://224.0.0.1/in",
                "https://239.255.255.255/in",
                "https://240.0.0.1/in",
                "https://255.255.255.255/in",
                "https://[ff02::1]/in",
                "https://[2001:db8::1]/in",
                // names of one's own network
                "https://intranet/in",
                "https://printer.local/in",
                "https://db.internal/in",
                "https://nas.home.arpa/in",
                "https://build.corp/in",
                // ports of other services
                "https://hooks.example.com:22/in",
                "https://hooks.example.com:25/in",
                "https://hooks.example.com:80/in",
                "https://hooks.example.com:0/in",
                "https://hooks.example.com:65536/in",
                "https://hooks.example.com:-1/in",
                "https://hooks.example.com:/in",
                // what programs read differently
                "https://hooks.example.com@127.0.0.1/in",
                "https://user:password@hooks.example.com/in",
                "https://127.0.0.1#@hooks.example.com/",
                "https://hooks.example.com/in#there",
                "https://127.0.0.1\\@hooks.example.com/",
                "https:\\\\127.0.0.1/in",
                "https://hooks.example.com\t/in",
                "https://hooks.example.com /in",
                "https://hooks.example.com\r\nHost: 127.0.0.1/",
                "https://hooks.example.com%2f@127.0.0.1/",
                "https://%31%32%37.0.0.1/in",
                "https://\uff11\uff12\uff17.0.0.1/in",
                "https://127\u3002 0\u30020\u30021/in",
                "https://b\u00fccher.example/in",
                "https://-hooks.example.com/in",
                "https://hooks_.example.com/in",
                "https://hooks..example.com/in",
                "https://[::1/in",
                "https://[hooks.example.com]/in",
                ""
            })
    void everything_else_is_refused(String url) {
        assertThat(EndpointUrl.fault(url, INTERNET)).as(url).isPresent();
    }

    @Test
    void what_is_well_written_and_not_of_the_internet_is_told_from_what_is_no_address() {
        assertThat(code("https://10.0.0.1/in")).contains("address_not_allowed");
        assertThat(code("https://hooks.example.com:22/in")).contains("address_not_allowed");
        assertThat(code("hooks.example.com")).contains("invalid_url");
        assertThat(code("http://hooks.example.com")).contains("invalid_url");
        assertThat(code("https://hooks.example.com/" + "a".repeat(2_022))).isEmpty();
        assertThat(code("https://hooks.example.com/" + "a".repeat(2_023))).contains("invalid_url");
    }

    private static Optional<String> code(String url) {
        return EndpointUrl.fault(url, INTERNET).map(Fault::code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080/in",
                "http://127.0.0.1:18080/in",
                "http://[::1]:80/in",
                "https://10.0.0.1/in",
                "http://billing/in",
                "https://db.internal:444/in"
            })
    void an_installation_may_speak_to_systems_beside_it(String url) {
        assertThat(EndpointUrl.fault(url, EVERYWHERE)).isEmpty();
        assertThat(EndpointUrl.fault(url, INTERNET)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://127.0.0.1/in",
                "http://user@127.0.0.1/in",
                "http://2130706433/in",
                "http://127.1/in",
                "http://127.0.0.1/in#there",
                "http://127.0.0.1:0/in"
            })
    void and_even_then_an_address_is_written_plainly(String url) {
        assertThat(EndpointUrl.fault(url, EVERYWHERE)).isPresent();
    }
}
