package io.tallystick.edge.caller;

import io.tallystick.edge.IngestRequest;
import io.tallystick.edge.RequestOrigin;
import io.tallystick.edge.limit.CustomerBudget;
import io.tallystick.edge.lookup.ApiKeyUses;
import io.tallystick.edge.lookup.ApiKeys;
import io.tallystick.edge.lookup.ApiKeys.ActiveKey;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.lookup.RecentKeys;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ProblemWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns `Authorization: Bearer <api key>` into a [Caller]. A key is read from the database on
/// every request: a revoked one must not live in a cache. Requests that bring usage are the one
/// exception, see [RecentKeys]. Without the header the request goes on and is refused by the
/// security chain.
public final class BearerFilter extends OncePerRequestFilter {

    static final String PARTNER_HEADER = "Tallystick-Partner";
    private static final String BEARER = "Bearer ";

    private final ApiKeys keys;
    private final RecentKeys recentKeys;
    private final ApiKeyUses uses;
    private final CustomerBudget budget;
    private final Partners partners;
    private final ProblemWriter problems;

    public BearerFilter(
            ApiKeys keys,
            RecentKeys recentKeys,
            ApiKeyUses uses,
            CustomerBudget budget,
            Partners partners,
            ProblemWriter problems) {
        this.keys = keys;
        this.recentKeys = recentKeys;
        this.uses = uses;
        this.budget = budget;
        this.partners = partners;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String header = request.getHeader(HttpHeaders.AUTHORIZATION);
        try {
            KeyInQuery.refuse(request.getQueryString());
            if (header != null) {
                ActiveKey active = key(header, request);
                UUID tenant = tenant(active.key(), request.getHeader(PARTNER_HEADER));
                Caller caller = caller(active.key(), tenant);
                RequestCaller.known(request, caller);
                budget.charge(active, request, response);
                SecurityContextHolder.getContext()
                        .setAuthentication(
                                UsernamePasswordAuthenticationToken.authenticated(
                                        caller, null, List.of()));
            }
        } catch (DataAccessResourceFailureException | TransientDataAccessException away) {
            response.setHeader(HttpHeaders.RETRY_AFTER, "1");
            problems.write(request, response, ApiProblem.databaseAway());
            return;
        } catch (ApiProblem problem) {
            problems.write(request, response, problem);
            return;
        }
        chain.doFilter(request, response);
    }

    /// Who is refused from here on is known.
    private ActiveKey key(String header, HttpServletRequest request) {
        ActiveKey active = find(header, IngestRequest.is(request));
        RequestCaller.known(request, caller(active.key(), active.key().tenantId()));
        RequestOrigin.key(request, active.key().keyId());
        if (!active.mayAsk()) {
            throw ApiProblem.apiAccessOff();
        }
        uses.note(active.key().tenantId(), active.key().keyId());
        return active;
    }

    private ActiveKey find(String header, boolean bringsUsage) {
        return secret(header)
                .filter(secret -> !ApiKeySecret.isMistyped(secret))
                .map(ApiKeySecret::hash)
                .flatMap(hash -> bringsUsage ? recentKeys.find(hash) : keys.findForRequest(hash))
                .orElseThrow(ApiProblem::invalidKey);
    }

    private static Caller caller(ApiKeys.ApiKey key, UUID tenant) {
        return new Caller(
                key.scope(),
                key.keyId().toString(),
                key.name(),
                tenant,
                key.customerId(),
                key.permissions());
    }

    private static java.util.Optional<String> secret(String header) {
        boolean bearer = header.regionMatches(true, 0, BEARER, 0, BEARER.length());
        return bearer
                ? java.util.Optional.of(header.substring(BEARER.length()).strip())
                : java.util.Optional.empty();
    }

    private UUID tenant(ApiKeys.ApiKey key, @Nullable String partnerKey) {
        if (partnerKey == null) {
            return key.tenantId();
        }
        if (!key.scope().equals("operator")) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "partner_header_not_allowed",
                    "Only an operator key may name a partner.");
        }
        return partners.find(partnerKey).orElseThrow(() -> ApiProblem.notFound("partner"));
    }
}
