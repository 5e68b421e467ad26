package io.tallystick.edge.caller;

import io.tallystick.edge.RequestOrigin;
import io.tallystick.events.access.Tenants;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/// Who sent a request, for those who must know it even where the request was refused, and in which
/// partner it was meant.
public final class RequestCaller {

    private static final String CALLER = RequestCaller.class.getName();
    private static final String TENANT = CALLER + ".tenant";

    /// What is here is the installation's, in whatever partner an operator asks for it.
    private static final String ADMIN = "/api/v1/admin/";

    private RequestCaller() {}

    /// The credential is known; whether the request may go on is not yet.
    static void known(HttpServletRequest request, Caller caller) {
        request.setAttribute(CALLER, caller);
        request.setAttribute(TENANT, caller.tenantId());
    }

    /// Of a page without a session, the request of this thread is somebody's whom a link lets in.
    public static void actsAs(Caller guest) {
        HttpServletRequest request = RequestOrigin.current();
        if (request != null) {
            known(request, guest);
        }
    }

    /// Of a page, the request of this thread is about this partner.
    public static void actsIn(UUID tenantId) {
        HttpServletRequest request = RequestOrigin.current();
        if (request != null) {
            request.setAttribute(TENANT, tenantId);
        }
    }

    /// @return null for a stranger
    public static @Nullable Caller of(HttpServletRequest request) {
        if (request.getAttribute(CALLER) instanceof Caller caller) {
            return caller;
        }
        var session = SecurityContextHolder.getContext().getAuthentication();
        return session != null && session.getPrincipal() instanceof Caller caller ? caller : null;
    }

    /// In whose log the request belongs. An operator that was in no partner was at the
    /// installation.
    public static UUID tenantOf(HttpServletRequest request, Caller caller) {
        if (!caller.isOperator()) {
            return caller.tenantId();
        }
        return request.getAttribute(TENANT) instanceof UUID tenant
                        && !request.getRequestURI().startsWith(ADMIN)
                ? tenant
                : Tenants.INSTALLATION;
    }
}
