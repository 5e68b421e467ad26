package io.tallystick.app.security;

import io.tallystick.command.Commands;
import io.tallystick.command.access.RecordLogin;
import io.tallystick.edge.Ids;
import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Operators;
import io.tallystick.edge.lookup.Operators.Operator;
import java.util.List;
import java.util.Set;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/// Checks the operator's password and writes down that somebody signed in.
@Component
class OperatorLogin implements AuthenticationProvider {

    private final Operators operators;
    private final PasswordEncoder passwords;
    private final Commands commands;
    private final String nobodysHash;

    OperatorLogin(Operators operators, PasswordEncoder passwords, Commands commands) {
        this.operators = operators;
        this.passwords = passwords;
        this.commands = commands;
        this.nobodysHash = passwords.encode(Ids.next().toString());
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        String login = attempt.getName();
        String password = String.valueOf(attempt.getCredentials());
        var operator = operators.find(login);
        // An unknown login costs as much time as a known one, so that the answer's time tells
        // nobody which logins there are.
        boolean matches =
                passwords.matches(
                        password, operator.map(Operator::passwordHash).orElse(nobodysHash));
        if (operator.isEmpty() || !matches) {
            throw new BadCredentialsException("login and password do not match");
        }
        Caller caller = caller(operator.get());
        commands.send(
                new RecordLogin(operator.get().operatorId(), login), caller, Ids.next().toString());
        return UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of());
    }

    private static Caller caller(Operator operator) {
        return new Caller(
                "operator",
                operator.operatorId().toString(),
                operator.login(),
                operator.tenantId(),
                null,
                Set.of(Permission.ADMIN));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
