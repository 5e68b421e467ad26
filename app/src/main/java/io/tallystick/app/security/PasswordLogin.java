package io.tallystick.app.security;

import io.tallystick.command.Commands;
import io.tallystick.command.access.RecordLogin;
import io.tallystick.edge.Ids;
import io.tallystick.edge.password.LoginSource;
import io.tallystick.edge.password.PasswordCheck;
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

/// Checks a password and writes down that somebody signed in.
@Component
class PasswordLogin implements AuthenticationProvider {

    private final Accounts accounts;
    private final PasswordCheck passwords;
    private final Commands commands;

    PasswordLogin(Accounts accounts, PasswordCheck passwords, Commands commands) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.commands = commands;
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
            case WRONG -> throw new BadCredentialsException("login and password do not match");
            case WAIT -> throw new LockedException("this source has guessed too often");
        };
    }

    /// That a team is switched off is told to its own people only.
    private Authentication signIn(Account account) {
        if (!accounts.isOpen(account)) {
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
