package io.tallystick.app.demo;

import io.tallystick.command.Commands;
import io.tallystick.command.access.AcceptInvitation;
import io.tallystick.command.access.InviteMember;
import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers;
import io.tallystick.edge.lookup.Members;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.lookup.Team;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Two people of the demo: one sees all customers of its partner, the other its own only. They are
/// invited and accept, as anybody would be.
@Component
@Profile("demo")
class DemoMembers {

    static final String PARTNER_ADMIN = "admin@brightline.example";
    static final String CUSTOMER_OWNER = "owner@harbor-dental.example";

    private final Commands commands;
    private final Partners partners;
    private final Customers customers;
    private final Members members;
    private final PasswordEncoder passwords;
    private final Clock clock;

    DemoMembers(
            Commands commands,
            Partners partners,
            Customers customers,
            Members members,
            PasswordEncoder passwords,
            Clock clock) {
        this.commands = commands;
        this.partners = partners;
        this.customers = customers;
        this.members = members;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// The partner and the customer are there.
    void join() {
        UUID partner = partners.find(DemoCustomer.PARTNER_KEY).orElseThrow();
        UUID customer =
                customers
                        .byKey(partner, DemoCustomer.ALL.getFirst().key())
                        .orElseThrow()
                        .customerId();
        join(new Team(partner, null), PARTNER_ADMIN, "Ada Bright", "admin");
        join(new Team(partner, customer), CUSTOMER_OWNER, "Oscar Harbor", "owner");
    }

    private void join(Team team, String email, String name, String role) {
        if (members.byEmail(email).isPresent()) {
            return;
        }
        var demo =
                new Caller(
                        "system", "demo", "Demo", team.tenantId(), null, Set.of(Permission.ADMIN));
        var invitation = InviteMember.of(demo, team, Ids.next(), email, role, clock.instant());
        commands.send(invitation, demo, Ids.next().toString());
        commands.send(
                AcceptInvitation.of(
                        invitation.token(),
                        Ids.next(),
                        name,
                        DemoConfiguration.PASSWORD,
                        passwords::encode,
                        clock.instant()),
                demo,
                Ids.next().toString());
    }
}
