package io.tallystick.command.access;

import io.tallystick.edge.lookup.EmailChanges.Purpose;
import io.tallystick.edge.lookup.Members;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.events.access.MemberEvent.MemberDetailsChanged;
import io.tallystick.events.access.MemberEvent.MemberEmailRequested;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// The address that a member signs in with. It is one person's in the whole installation.
@Component
final class SignInAddress implements AddressUse {

    private final Members members;
    private final TeamFacts facts;

    SignInAddress(Members members, TeamFacts facts) {
        this.members = members;
        this.facts = facts;
    }

    @Override
    public Purpose purpose() {
        return Purpose.SIGN_IN;
    }

    @Override
    public String held(Member member) {
        return member.email();
    }

    @Override
    public void require(Member member, String email) {
        if (members.byEmail(email).isPresent()) {
            throw InvitationCommands.emailTaken();
        }
    }

    @Override
    public void request(Member member, ChangeOwnEmail wish) {
        facts.publish(
                new MemberEmailRequested(
                        member.memberId(),
                        member.team().tenantId(),
                        member.team().customerId(),
                        wish.email(),
                        wish.expiresAt()),
                member.team());
    }

    @Override
    public void take(Member member, String email, Instant at) {
        if (!members.changeEmail(member, email)) {
            throw InvitationCommands.emailTaken();
        }
        facts.publish(
                new MemberDetailsChanged(
                        member.memberId(),
                        member.team().tenantId(),
                        member.team().customerId(),
                        member.name(),
                        email),
                member.team());
    }
}
