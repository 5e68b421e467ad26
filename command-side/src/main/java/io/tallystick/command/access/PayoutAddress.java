package io.tallystick.command.access;

import io.tallystick.command.Facts;
import io.tallystick.edge.lookup.EmailChanges.Purpose;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.PayoutAddresses;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.events.billing.PayoutEvent.PayoutAddressRequested;
import io.tallystick.events.billing.PayoutEvent.PayoutAddressSet;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// The address at which a member is paid. Whoever is paid no more keeps it and cannot change it.
@Component
final class PayoutAddress implements AddressUse {

    private final PayoutAddresses addresses;
    private final Facts facts;

    PayoutAddress(PayoutAddresses addresses, Facts facts) {
        this.addresses = addresses;
        this.facts = facts;
    }

    @Override
    public Purpose purpose() {
        return Purpose.PAYOUT;
    }

    @Override
    public @Nullable String held(Member member) {
        return addresses.find(member).orElse(null);
    }

    @Override
    public void require(Member member, String email) {
        if (!addresses.isPaid(member)) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "payout_not_available",
                    "Payouts are for publishers, and for whom the add-on Pay Per Call is switched on.");
        }
    }

    @Override
    public void request(Member member, ChangeOwnEmail wish) {
        facts.publish(
                new PayoutAddressRequested(
                        member.memberId(),
                        member.team().tenantId(),
                        customer(member),
                        wish.email(),
                        wish.expiresAt()),
                member.team().tenantId());
    }

    @Override
    public void take(Member member, String email, Instant at) {
        addresses.put(member, email, at);
        facts.publish(
                new PayoutAddressSet(
                        member.memberId(), member.team().tenantId(), customer(member), email),
                member.team().tenantId());
    }

    /// Nobody else is paid.
    private static UUID customer(Member member) {
        return Objects.requireNonNull(member.team().customerId());
    }
}
