package io.tallystick.portal.settings;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.portal.usage.CustomerPlace.Addresses;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// Which tabs somebody has, and where they are.
@Component
public final class SettingsTabs {

    private final Payees payees;

    public SettingsTabs(Payees payees) {
        this.payees = payees;
    }

    /// A tab of somebody who may see it.
    public record Link(String title, String address, boolean current) {}

    /// @param customer whose settings they are
    /// @param current the one that is shown
    public List<Link> of(Caller caller, Addresses customer, SettingsTab current) {
        return Arrays.stream(SettingsTab.values())
                .filter(tab -> isFor(caller, tab))
                .map(tab -> new Link(tab.title(), address(customer, tab), tab == current))
                .toList();
    }

    /// Of the customer whose person somebody is; none for people of a partner, who have the
    /// settings of many.
    public List<Link> ofOwn(Caller caller, SettingsTab current) {
        UUID customer = caller.customerScope();
        if (customer == null) {
            return List.of();
        }
        return of(
                caller,
                (below, parameter, value) ->
                        "/customers/"
                                + customer
                                + below
                                + (parameter == null ? "" : "?" + parameter + "=" + value),
                current);
    }

    boolean isFor(Caller caller, SettingsTab tab) {
        return switch (tab) {
            case PROFILE -> caller.isMember();
            case API_KEYS, QUALIFIED_CALLS -> caller.may(Permission.READ);
            case BLOCKED_CALLERS -> caller.may(Permission.ADMIN);
            case SUPPORT -> caller.may(Permission.WRITE);
            case PAYOUTS -> payees.arePaid(caller);
        };
    }

    String address(Addresses customer, SettingsTab tab) {
        return switch (tab) {
            case PROFILE -> "/profile";
            case API_KEYS -> customer.of("/api-keys");
            case QUALIFIED_CALLS -> customer.of("/manage", "tab", ManageTab.CALLS.key());
            case BLOCKED_CALLERS -> customer.of(BlockedCallersPage.BELOW);
            case SUPPORT -> customer.of("/support");
            case PAYOUTS -> "/payouts";
        };
    }
}
