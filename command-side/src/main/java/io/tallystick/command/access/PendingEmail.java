package io.tallystick.command.access;

import io.tallystick.edge.lookup.EmailChanges;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Outbox;
import org.springframework.stereotype.Component;

/// The address that a member wants. It is given up with everything that says that somebody else may
/// have wanted it: another password, a sign-out everywhere, the end of the membership.
@Component
class PendingEmail {

    private final EmailChanges changes;
    private final Outbox outbox;

    PendingEmail(EmailChanges changes, Outbox outbox) {
        this.changes = changes;
        this.outbox = outbox;
    }

    /// Ends the link that was sent, if there is one. Called behind the lock of the team.
    void forget(Member member) {
        changes.of(member)
                .ifPresent(change -> {
                    changes.remove(change);
                    outbox.purge(change.team().tenantId(), change.changeId());
                });
    }
}
