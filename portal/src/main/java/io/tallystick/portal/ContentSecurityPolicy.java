package io.tallystick.portal;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/// What a browser may do with a page of the portal: nothing that did not come from this server.
/// There is no inline script and no inline style in any page, so the policy needs neither a nonce
/// nor `unsafe-inline`.
public final class ContentSecurityPolicy {

    public static final String POLICY = framedBy("'none'");

    private static final String PERMISSIONS =
            "camera=(), geolocation=(), microphone=(), payment=(), usb=()";

    private ContentSecurityPolicy() {}

    /// The same for a page that is shown in a frame.
    ///
    /// @param ancestors the origins of the pages around it, `'none'` or `*`
    public static String framedBy(String ancestors) {
        return String.join(
                "; ",
                "default-src 'self'",
                "script-src 'self'",
                "style-src 'self'",
                "img-src 'self' data:",
                "connect-src 'self'",
                "object-src 'none'",
                "frame-ancestors " + ancestors,
                "base-uri 'none'",
                "form-action 'self'");
    }

    /// For the security chain of the pages: `http.headers(ContentSecurityPolicy::apply)`. Spring
    /// Security adds `nosniff`, `X-Frame-Options: DENY` and no-store by itself.
    public static void apply(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY));
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN));
        headers.permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS));
    }

    /// For pages that links let in without a login: a frame may be around them, which each answer
    /// says for itself, and their addresses are secrets that no other server is told.
    public static void applyToLinks(HeadersConfigurer<HttpSecurity> headers) {
        headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::disable);
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(POLICY));
        headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER));
        headers.permissionsPolicyHeader(permissions -> permissions.policy(PERMISSIONS));
    }
}
