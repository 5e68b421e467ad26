package io.tallystick.app.security;

import io.tallystick.edge.IngestRequest;
import io.tallystick.edge.access.AccessFilter;
import io.tallystick.edge.access.AccessRecords;
import io.tallystick.edge.caller.BearerFilter;
import io.tallystick.edge.limit.CustomerBudget;
import io.tallystick.edge.lookup.ApiKeyUses;
import io.tallystick.edge.lookup.ApiKeys;
import io.tallystick.edge.lookup.Partners;
import io.tallystick.edge.lookup.RecentKeys;
import io.tallystick.edge.problem.ApiProblem;
import io.tallystick.edge.problem.ProblemWriter;
import io.tallystick.edge.wall.OwnAccount;
import io.tallystick.ingest.EventsLane;
import io.tallystick.portal.ContentSecurityPolicy;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.DisabledException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.CookieRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;

/// Two doors that share nothing: a key opens the API and no page, a session opens pages and no API.
@Configuration
class SecurityConfiguration {

    /// Not a bean: Boot would hold every request up to it.
    private static BearerFilter credentials(
            ApiKeys keys,
            RecentKeys recentKeys,
            ApiKeyUses uses,
            CustomerBudget budget,
            Partners partners,
            ProblemWriter problems) {
        return new BearerFilter(keys, recentKeys, uses, budget, partners, problems);
    }

    @Bean
    FilterRegistrationBean<EventsDoor> eventsDoor(
            ApiKeys keys,
            RecentKeys recentKeys,
            ApiKeyUses uses,
            CustomerBudget budget,
            Partners partners,
            ProblemWriter problems,
            EventsLane lane,
            AccessRecords accesses) {
        var door =
                new FilterRegistrationBean<>(
                        new EventsDoor(
                                new AccessFilter(accesses),
                                credentials(keys, recentKeys, uses, budget, partners, problems),
                                lane));
        door.addUrlPatterns(IngestRequest.PATH);
        door.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return door;
    }

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http,
            ApiKeys keys,
            RecentKeys recentKeys,
            ApiKeyUses uses,
            CustomerBudget budget,
            Partners partners,
            ProblemWriter problems,
            AccessRecords accesses) {
        return http.securityMatcher("/api/**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new AccessFilter(accesses), SecurityContextHolderFilter.class)
                .addFilterBefore(
                        credentials(keys, recentKeys, uses, budget, partners, problems),
                        UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(HttpMethod.GET, "/api/v1/openapi.json")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint((request, response, refused) ->
                                problems.write(
                                        request,
                                        response,
                                        new ApiProblem(
                                                HttpStatus.UNAUTHORIZED,
                                                "credential_required",
                                                "Send an API key as Authorization: Bearer."))))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain health(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(EndpointRequest.to("health"))
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /// Whoever comes here has a link and no login, and is often in a frame, where a browser keeps
    /// no cookies: there is no session, no form and no token.
    @Bean
    @Order(3)
    SecurityFilterChain links(HttpSecurity http, AccessRecords accesses) {
        return http.securityMatcher("/portal/**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .anonymous(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(
                        session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterAfter(new AccessFilter(accesses), SecurityContextHolderFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(HttpMethod.GET, "/portal/**")
                                .permitAll()
                                .requestMatchers(HttpMethod.HEAD, "/portal/**")
                                .permitAll()
                                .anyRequest()
                                .denyAll())
                .exceptionHandling(errors ->
                        errors.authenticationEntryPoint((request, response, refused) ->
                                response.sendError(HttpStatus.FORBIDDEN.value())))
                .headers(ContentSecurityPolicy::applyToLinks)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http, OwnAccount accounts, AccessRecords accesses) {
        return http.addFilterAfter(new AccessFilter(accesses), SecurityContextHolderFilter.class)
                .addFilterBefore(new SessionCheck(accounts), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests ->
                        requests.requestMatchers(
                                        "/login",
                                        "/invitations/*",
                                        "/client-invitations/*",
                                        "/email-changes/*",
                                        "/docs",
                                        "/webjars/**",
                                        "/assets/**",
                                        "/favicon.ico",
                                        "/error")
                                .permitAll()
                                .anyRequest()
                                .authenticated())
                // Whoever has not signed in leaves nothing in the database.
                .csrf(csrf -> csrf.csrfTokenRepository(tokens()))
                .addFilterAfter(SecurityConfiguration::tokenFirst, CsrfFilter.class)
                .formLogin(form ->
                        form.loginPage("/login")
                                .failureHandler(SecurityConfiguration::tryAgain)
                                .permitAll())
                .logout(logout -> logout.logoutSuccessUrl("/login?logout"))
                .requestCache(cache -> cache.requestCache(wantedPages()))
                .headers(ContentSecurityPolicy::apply)
                .build();
    }

    /// PostgreSQL has no text with NUL in it, so no parameter has.
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedParameterValues(value -> value.indexOf(0) < 0);
        return firewall;
    }

    @Bean
    RequestRejectedHandler rejected(ProblemWriter problems) {
        return (request, response, rejection) ->
                problems.write(request, response, ApiProblem.rejected());
    }

    /// Spring's own handler would keep the exception in the session's table, and with it the
    /// password as it was mistyped.
    private static void tryAgain(
            HttpServletRequest request,
            HttpServletResponse response,
            AuthenticationException refused)
            throws IOException {
        String why =
                switch (refused) {
                    case LockedException _ -> "wait";
                    case DisabledException _ -> "off";
                    default -> "error";
                };
        response.sendRedirect(request.getContextPath() + "/login?" + why);
    }

    /// The token's cookie goes out with the headers, and the first form may come after more of a
    /// page than is held back: its token would be refused. So a page has its token before it
    /// begins.
    private static void tokenFirst(
            ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean page =
                String.valueOf(((HttpServletRequest) request).getHeader(HttpHeaders.ACCEPT))
                        .contains(MediaType.TEXT_HTML_VALUE);
        if (page && request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            token.getToken();
        }
        chain.doFilter(request, response);
    }

    private static CsrfTokenRepository tokens() {
        var tokens = new CookieCsrfTokenRepository();
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
        return tokens;
    }

    /// Where a stranger wanted to go, for the way back from the login page. Only the address is
    /// remembered, in a cookie; a session would take the headers too, and with them a key.
    private static RequestCache wantedPages() {
        var cache = new CookieRequestCache();
        cache.setCookieCustomizer(cookie -> cookie.setAttribute("SameSite", "Lax"));
        cache.setRequestMatcher(request ->
                request.getMethod().equals("GET")
                        && String.valueOf(request.getHeader(HttpHeaders.ACCEPT))
                                .contains(MediaType.TEXT_HTML_VALUE));
        return cache;
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder();
    }
}
