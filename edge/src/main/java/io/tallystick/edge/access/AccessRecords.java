package io.tallystick.edge.access;

import io.tallystick.edge.RequestId;
import io.tallystick.edge.RequestOrigin;
import io.tallystick.edge.access.Access.Alike;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.RequestCaller;
import io.tallystick.edge.password.LoginSource;
import io.tallystick.events.access.Tenants;
import io.tallystick.events.audit.AccessLine.Actor;
import io.tallystick.events.audit.AccessLine.Target;
import io.tallystick.events.audit.AccessOutcome;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Where it is noted who asked for what. It only remembers: nothing is written before the next
/// flush, and a request neither waits for it nor fails by it.
@Component
public final class AccessRecords {

    private static final String ROUTE = "route";
    private static final Target NOBODYS_ACCOUNT =
            new Target("account", "unknown", "an account that there is not");

    private final AccessFolds folds;

    AccessRecords(AccessFolds folds) {
        this.folds = folds;
    }

    /// A request that was answered.
    void request(HttpServletRequest request, AccessOutcome outcome) {
        var route = new Target(ROUTE, RequestRoute.of(request), null);
        note(request, new Alike(outcome, actor(request), route));
    }

    /// Somebody tried to sign in and is not. What was typed instead of a login may be a password,
    /// so it is written down only where it is one.
    ///
    /// @param account whose login it is, null where it is nobody's
    public void signIn(AccessOutcome outcome, @Nullable Account account) {
        HttpServletRequest request = RequestOrigin.current();
        if (request != null) {
            var wanted = account == null ? NOBODYS_ACCOUNT : account.target();
            note(request, new Alike(outcome, stranger(request, account), wanted));
        }
    }

    /// Whom somebody wanted to be.
    public record Account(Caller owner, String login) {

        Target target() {
            return new Target(owner.actorType(), owner.actorId(), login);
        }

        /// Operators belong to no partner.
        UUID tenantId() {
            return owner.isOperator() ? Tenants.INSTALLATION : owner.tenantId();
        }
    }

    private void note(HttpServletRequest request, Alike alike) {
        String id = RequestId.of(request);
        folds.note(
                new Access(
                        alike,
                        RequestId.time(id).orElseThrow(),
                        id,
                        request.getRemoteAddr(),
                        RequestOrigin.userAgent(request)));
    }

    private static Actor actor(HttpServletRequest request) {
        Caller caller = RequestCaller.of(request);
        return caller == null
                ? stranger(request, null)
                : new Actor(
                        caller.actorType(),
                        caller.actorId(),
                        caller.label(),
                        RequestCaller.tenantOf(request, caller),
                        caller.customerScope(),
                        RequestOrigin.key(request));
    }

    private static Actor stranger(HttpServletRequest request, @Nullable Account wanted) {
        String from = LoginSource.network(request.getRemoteAddr());
        return new Actor(
                Actor.STRANGER,
                from,
                from,
                wanted == null ? Tenants.INSTALLATION : wanted.tenantId(),
                wanted == null ? null : wanted.owner().customerScope(),
                null);
    }
}
