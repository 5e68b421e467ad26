package io.tallystick.app.security;

import io.tallystick.edge.caller.Caller;
import io.tallystick.edge.wall.OwnAccount;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// A session says who somebody is and never what they may do: that is read with every request. A
/// role that was changed, a member that was removed, a team that was switched off and a sign-out
/// everywhere hold for the next request on every node.
final class SessionCheck extends OncePerRequestFilter {

    private final OwnAccount accounts;

    SessionCheck(OwnAccount accounts) {
        this.accounts = accounts;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Authentication session = SecurityContextHolder.getContext().getAuthentication();
        if (session != null
                && session.getPrincipal() instanceof Caller caller
                && caller.isMember()) {
            account(caller, session)
                    .ifPresentOrElse(SessionCheck::act, () -> end(request.getSession(false)));
        }
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/assets/") || path.startsWith("/webjars/");
    }

    private Optional<OwnAccount.Account> account(Caller caller, Authentication session) {
        return accounts.active(caller)
                .filter(account ->
                        new SessionNumber(account.sessions()).equals(session.getDetails()));
    }

    /// For this request only: what the session keeps is never read for rights.
    private static void act(OwnAccount.Account account) {
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(
                        account.asCaller(), null, List.of()));
        SecurityContextHolder.setContext(context);
    }

    private static void end(HttpSession session) {
        SecurityContextHolder.clearContext();
        if (session != null) {
            session.invalidate();
        }
    }
}
