package io.tallystick.effects.webhooks;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.function.Predicate;
import org.apache.hc.client5.http.DnsResolver;

/// Resolves a name once for each connection and judges every address that it has. The client
/// connects to the very addresses that were judged, so a name that changes its answer between the
/// two gains nothing.
final class GuardedResolver implements DnsResolver {

    private final DnsResolver resolver;
    private final Predicate<InetAddress> allowed;

    GuardedResolver(DnsResolver resolver, Predicate<InetAddress> allowed) {
        this.resolver = resolver;
        this.allowed = allowed;
    }

    /// One bad address among good ones is enough: nobody needs both.
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolver.resolve(host);
        if (addresses == null || addresses.length == 0) {
            // The client would ask the machine itself.
            throw new UnknownHostException(host);
        }
        for (InetAddress address : addresses) {
            if (!allowed.test(address)) {
                throw new AddressRefused(host);
            }
        }
        return addresses;
    }

    /// Nobody is asked: certificates are of the name that was written.
    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
