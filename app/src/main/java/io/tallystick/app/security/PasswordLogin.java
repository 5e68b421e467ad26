package io.tallystick.app.security;

import io.tallystick.command.Commands;
import io.tallystick.command.access.RecordLogin;
import io.tallystick.edge.Ids;
import io.tallystick.edge.access.AccessRecords;
import io.tallystick.edge.password.LoginSource;
import io.tallystick.edge.password.PasswordCheck;
import io.tallystick.events.audit.AccessOutcome;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/// Checks a password and writes down who signed in, and who tried in vain.
@Component
class PasswordLogin implements AuthenticationProvider {

    private final Accounts accounts;
    private final PasswordCheck passwords;
    private final Commands commands;
    private final AccessRecords accesses;

    PasswordLogin(
            Accounts accounts, PasswordCheck passwords, Commands commands, AccessRecords accesses) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.commands = commands;
        this.accesses = accesses;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = Accounts.known(attempt.getName());
        Optional<Account> account = accounts.find(login);
        var answer =
                passwords.check(
                        login,
                        source(attempt),
                        account.map(Account::passwordHash),
                        String.valueOf(attempt.getCredentials()));
        return switch (answer) {
            case RIGHT -> signIn(account.orElseThrow());
            case WRONG -> {
                note(AccessOutcome.SIGN_IN_FAILED, account);
                throw new BadCredentialsException("login and password do not match");
            }
            case WAIT -> {
                note(AccessOutcome.SIGN_IN_LIMITED, account);
                throw new LockedException("this source has guessed too often");
            }
        };
    }

    /// That a team is switched off is told to its own people only.
    private Authentication signIn(Account account) {
        if (!accounts.isOpen(account)) {
            note(AccessOutcome.SIGN_IN_DENIED, Optional.of(account));
            throw new DisabledException("the team is switched off");
        }
        commands.send(
                new RecordLogin(account.accountId(), account.login()),
                account.caller(),
                Ids.next().toString());
        var session =
                UsernamePasswordAuthenticationToken.authenticated(
                        account.caller(), null, List.of());
        session.setDetails(new SessionNumber(account.sessions()));
        return session;
    }

    private void note(AccessOutcome outcome, Optional<Account> account) {
        accesses.signIn(
                outcome,
                account.map(it -> new AccessRecords.Account(it.caller(), it.login())).orElse(null));
    }

    private static String source(Authentication attempt) {
        return attempt.getDetails() instanceof WebAuthenticationDetails details
                ? LoginSource.of(details.getRemoteAddress())
                : LoginSource.UNKNOWN;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
