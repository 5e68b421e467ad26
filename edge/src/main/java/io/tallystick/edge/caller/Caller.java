package io.tallystick.edge.caller;

import io.tallystick.edge.problem.ApiProblem;
import java.io.Serializable;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticatedPrincipal;

/// Who sent a request and the tenant it acts in. It is no `java.security.Principal`: Spring MVC
/// would resolve a parameter of that type itself, before [CallerArgument] is asked, and fail.
///
/// @param actorType `operator`, `partner`, `customer`, `member`, `client`, `embed` or `system`
/// @param actorId id of the key or account
/// @param label what a person calls the actor
/// @param customerScope the only customer that the caller may see, null for all of the tenant
public record Caller(
        String actorType,
        String actorId,
        String label,
        UUID tenantId,
        @Nullable UUID customerScope,
        Set<Permission> permissions)
        implements AuthenticatedPrincipal, Serializable {

    /// The type of people who sign in with an e-mail address.
    public static final String MEMBER = "member";

    /// A member, as it is to every page and command.
    public static Caller ofMember(UUID memberId, String name, Sight sight, MemberRole role) {
        return new Caller(
                MEMBER,
                memberId.toString(),
                name,
                sight.tenantId(),
                sight.customerId(),
                role.permissions());
    }

    /// The name of the session's owner. Two people may be called the same.
    @Override
    public String getName() {
        return isMember() ? actorId : label;
    }

    public boolean isMember() {
        return actorType.equals(MEMBER);
    }

    public boolean isOperator() {
        return actorType.equals("operator");
    }

    public boolean may(Permission permission) {
        return permissions.contains(permission) || permissions.contains(Permission.ADMIN);
    }

    /// Whether a customer of the caller's tenant is within its scope.
    public boolean sees(UUID customerId) {
        return sight().sees(customerId);
    }

    /// What the caller's reads may see.
    public Sight sight() {
        return new Sight(tenantId, customerScope);
    }

    /// @throws ApiProblem 403 when the permission is missing
    public void require(Permission permission) {
        if (!may(permission)) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN,
                    "permission_missing",
                    "This needs the permission " + permission.lower() + ".");
        }
    }

    /// @throws ApiProblem 403 for everybody who does not run the installation
    public void requireOperator() {
        if (!isOperator()) {
            throw new ApiProblem(
                    HttpStatus.FORBIDDEN, "operator_only", "Only the operator may do this.");
        }
    }

    /// What each fact says about its actor.
    public Map<String, String> asMetadata(String requestId) {
        Map<String, String> said = new TreeMap<>();
        said.put("tenantId", tenantId.toString());
        said.put("actorType", actorType);
        said.put("actorId", actorId);
        said.put("actorLabel", label);
        said.put("requestId", requestId);
        if (customerScope != null) {
            said.put("actorCustomerId", customerScope.toString());
        }
        return said;
    }
}
