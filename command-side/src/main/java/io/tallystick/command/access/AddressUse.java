package io.tallystick.command.access;

import io.tallystick.edge.lookup.EmailChanges.Purpose;
import io.tallystick.edge.lookup.Members.Member;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What an address is used for that a member shows to be its own.
interface AddressUse {

    Purpose purpose();

    /// The one that is used now, null for none.
    @Nullable String held(Member member);

    /// @throws io.tallystick.edge.problem.ApiProblem for an address that cannot become the member's
    void require(Member member, String email);

    /// Says that the member wants it.
    void request(Member member, ChangeOwnEmail wish);

    /// Makes it the one that is used.
    void take(Member member, String email, Instant at);
}
