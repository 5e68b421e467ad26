package io.tallystick.portal.clients;

import io.tallystick.command.access.clients.OpenClientInvitation.Welcome;
import io.tallystick.edge.caller.Sight;
import io.tallystick.edge.lookup.Clients.Client;
import io.tallystick.edge.settings.Brand;
import io.tallystick.edge.settings.PortalState;
import io.tallystick.portal.branding.PageBrand;
import io.tallystick.portal.usage.EmbeddedMonths;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/// What an invited client may see. It is an allow-list: what is not switched on is not there.
@Component
final class ClientWelcome {

    private final EmbeddedMonths names;

    ClientWelcome(EmbeddedMonths names) {
        this.names = names;
    }

    String show(Welcome welcome, Model model) {
        Client client = welcome.invited().client();
        UUID customer = Objects.requireNonNull(welcome.invited().team().customerId());
        Brand brand = Brand.of(welcome.settings());
        String name =
                brand.displayName() == null
                        ? names.name(
                                new Sight(welcome.invited().team().tenantId(), customer), customer)
                        : brand.displayName();
        model.addAttribute("brand", PageBrand.named(name, brand.welcomeMessage()));
        model.addAttribute("client", client.details().name());
        model.addAttribute("accepted", client.acceptedAt() != null);
        model.addAttribute("allowed", PortalState.clientView(welcome.settings()));
        model.addAttribute("expiresAt", ClientRow.time(client.expiresAt()));
        return "clients/welcome";
    }
}
