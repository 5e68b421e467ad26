package io.tallystick.command.access;

import io.tallystick.edge.lookup.EmailChanges;
import io.tallystick.edge.lookup.EmailChanges.EmailChange;
import io.tallystick.edge.lookup.EmailChanges.Purpose;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Outbox;
import org.springframework.stereotype.Component;

/// The addresses that a member wants. They are given up with everything that says that somebody
/// else may have wanted it: another password, a sign-out everywhere, the end of the membership.
@Component
class PendingEmail {

    private final EmailChanges changes;
    private final Outbox outbox;

    PendingEmail(EmailChanges changes, Outbox outbox) {
        this.changes = changes;
        this.outbox = outbox;
    }

    /// Ends the links that were sent, if there are any. Called behind the lock of the team.
    void forget(Member member) {
        changes.of(member).forEach(this::end);
    }

    /// The same for one purpose.
    void forget(Member member, Purpose purpose) {
        changes.of(member).stream()
                .filter(change -> change.purpose() == purpose)
                .forEach(this::end);
    }

    private void end(EmailChange change) {
        changes.remove(change);
        outbox.purge(change.team().tenantId(), change.changeId());
    }
}
