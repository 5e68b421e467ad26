package io.tallystick.app.security;

import io.tallystick.command.access.EmailRule;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Members;
import io.tallystick.edge.lookup.Members.Member;
import io.tallystick.edge.lookup.Operators;
import io.tallystick.edge.lookup.Operators.Operator;
import io.tallystick.edge.wall.OwnAccount;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/// Who a login belongs to: members sign in with an e-mail address, operators with a name, which has
/// no `@`.
@Component
class Accounts {

    private final Operators operators;
    private final Members members;
    private final OwnAccount own;

    Accounts(Operators operators, Members members, OwnAccount own) {
        this.operators = operators;
        this.members = members;
        this.own = own;
    }

    /// The form in which logins are compared.
    static String known(String login) {
        return EmailRule.normalise(login).orElse(login);
    }

    /// @param known see [#known]
    Optional<Account> find(String known) {
        return known.indexOf('@') < 0
                ? operators.find(known).map(Accounts::of)
                : members.byEmail(known).map(Accounts::of);
    }

    /// Whether its owner may come in, now that the password was right.
    boolean isOpen(Account account) {
        return !account.caller().isMember() || own.active(account.caller()).isPresent();
    }

    private static Account of(Operator operator) {
        var caller =
                new Caller(
                        "operator",
                        operator.operatorId().toString(),
                        operator.login(),
                        operator.tenantId(),
                        null,
                        Set.of(Permission.ADMIN));
        return new Account(
                operator.operatorId(), operator.login(), operator.passwordHash(), caller, 0);
    }

    private static Account of(Member member) {
        return new Account(
                member.memberId(),
                member.email(),
                member.passwordHash(),
                member.asCaller(),
                member.sessions());
    }
}
