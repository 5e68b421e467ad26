package io.tallystick.edge.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Judges the address of an endpoint as it is written. Names are judged again when they have been
/// resolved, each time that something is sent. What browsers and other programs read as an IP
/// address in one of its many notations is taken in its plain one only.
public final class EndpointUrl {

    private static final int CHARACTERS_MAX = 2_048;
    private static final int HOST_CHARACTERS_MAX = 253;
    private static final int HTTPS_PORT = 443;

    /// Below are services that would take the beginning of a request for something of their own.
    private static final int OTHER_PORTS_MIN = 1_024;

    private static final int PORT_MAX = 65_535;

    private static final Pattern NAME =
            Pattern.compile(
                    "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
    private static final Pattern PLAIN_IPV4 =
            Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");
    private static final Pattern NUMBER = Pattern.compile("\\d+|0x[0-9a-f]*");

    /// Names that only a network of one's own answers.
    private static final List<String> OWN_NAMES =
            List.of(
                    ".localhost",
                    ".local",
                    ".localdomain",
                    ".internal",
                    ".intranet",
                    ".home.arpa",
                    ".lan",
                    ".corp",
                    ".home",
                    ".private",
                    ".onion",
                    ".test",
                    ".invalid");

    private EndpointUrl() {}

    /// What is wrong with an address.
    ///
    /// @param code for programs: `invalid_url`, or `address_not_allowed` for what is well written
    ///   and not of the internet
    /// @param detail for people
    public record Fault(String code, String detail) {}

    /// @return empty for one that may be sent to
    public static Optional<Fault> fault(String url, WebhookReach reach) {
        Optional<URI> parsed = parse(url);
        if (parsed.isEmpty()) {
            return Optional.of(
                    new Fault(
                            "invalid_url",
                            "An address is https:// and a host, perhaps a port and a path; it has no user and no fragment, and 2,048 characters at most."));
        }
        URI uri = parsed.get();
        if (!reach.privateAllowed() && !uri.getScheme().equalsIgnoreCase("https")) {
            return Optional.of(new Fault("invalid_url", "An address begins with https://."));
        }
        if (!isPortAllowed(uri.getPort(), reach)) {
            return Optional.of(
                    new Fault("address_not_allowed", "The port is 443, or 1,024 and above."));
        }
        return isHostAllowed(uri.getHost().toLowerCase(Locale.ROOT), reach)
                ? Optional.empty()
                : Optional.of(
                        new Fault(
                                "address_not_allowed",
                                "The host is no name or address of the public internet."));
    }

    /// Everything that programs read differently is left out: what the parser took for the
    /// authority must be exactly host and port.
    private static Optional<URI> parse(String url) {
        if (url.length() > CHARACTERS_MAX || !url.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            return Optional.empty();
        }
        try {
            var uri = new URI(url);
            boolean fine =
                    uri.getHost() != null
                            && isWeb(uri.getScheme())
                            && uri.getRawFragment() == null
                            && uri.getRawUserInfo() == null
                            && uri.getRawAuthority().equals(authority(uri));
            return fine ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException none) {
            return Optional.empty();
        }
    }

    private static boolean isWeb(@Nullable String scheme) {
        return "https".equalsIgnoreCase(scheme) || "http".equalsIgnoreCase(scheme);
    }

    private static String authority(URI uri) {
        return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    private static boolean isPortAllowed(int port, WebhookReach reach) {
        if (port < 0 || port == HTTPS_PORT) {
            return true;
        }
        int min = reach.privateAllowed() ? 1 : OTHER_PORTS_MIN;
        return port >= min && port <= PORT_MAX;
    }

    private static boolean isHostAllowed(String host, WebhookReach reach) {
        if (host.startsWith("[")) {
            String literal = host.substring(1, host.length() - 1);
            return !literal.contains("%") && reach.allows(InetAddress.ofLiteral(literal));
        }
        if (host.length() > HOST_CHARACTERS_MAX || !NAME.matcher(host).matches()) {
            return false;
        }
        String last = host.substring(host.lastIndexOf('.') + 1);
        if (NUMBER.matcher(last).matches()) {
            return PLAIN_IPV4.matcher(host).matches() && reach.allows(InetAddress.ofLiteral(host));
        }
        return reach.privateAllowed() || isNameOfTheInternet(host);
    }

    private static boolean isNameOfTheInternet(String host) {
        return host.contains(".") && OWN_NAMES.stream().noneMatch(host::endsWith);
    }
}
