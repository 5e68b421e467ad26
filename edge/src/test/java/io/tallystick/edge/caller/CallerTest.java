package io.tallystick.edge.caller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tallystick.edge.problem.ApiProblem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;

/// What a caller may do.
class CallerTest {

    private static final UUID TENANT = new UUID(1, 1);
    private static final UUID CUSTOMER = new UUID(1, 2);

    @ParameterizedTest
    @EnumSource(Permission.class)
    void a_permission_is_itself_and_admin_is_all(Permission permission) {
        Caller only = caller("partner", null, permission);
        Caller admin = caller("partner", null, Permission.ADMIN);

        assertThat(Arrays.stream(Permission.values()).filter(only::may))
                .containsExactlyInAnyOrder(
                        permission == Permission.ADMIN
                                ? Permission.values()
                                : new Permission[] {permission});
        assertThat(admin.may(permission)).isTrue();
        assertThat(caller("partner", null).may(permission)).isFalse();
    }

    @Test
    void a_missing_permission_is_named() {
        assertThatThrownBy(() -> caller("partner", null, Permission.READ).require(Permission.WRITE))
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> {
                            assertThat(problem.status()).isEqualTo(HttpStatus.FORBIDDEN);
                            assertThat(problem.code()).isEqualTo("permission_missing");
                            assertThat(problem.detail()).contains("permission write");
                        });
        assertThatCode(() -> caller("partner", null, Permission.WRITE).require(Permission.WRITE))
                .doesNotThrowAnyException();
    }

    @Test
    void an_administrator_of_a_partner_is_no_operator() {
        assertThatThrownBy(() -> caller("partner", null, Permission.ADMIN).requireOperator())
                .isInstanceOfSatisfying(
                        ApiProblem.class,
                        problem -> assertThat(problem.code()).isEqualTo("operator_only"));
        assertThatCode(() -> caller("operator", null).requireOperator()).doesNotThrowAnyException();
    }

    @Test
    void a_customers_key_sees_its_customer_and_a_partners_all() {
        assertThat(caller("customer", CUSTOMER).sees(CUSTOMER)).isTrue();
        assertThat(caller("customer", CUSTOMER).sees(new UUID(1, 3))).isFalse();
        assertThat(caller("partner", null).sees(CUSTOMER)).isTrue();
    }

    @Test
    void a_fact_says_who_did_it_where_and_by_which_request() {
        assertThat(caller("partner", null).asMetadata("request-1"))
                .isEqualTo(
                        Map.of(
                                "tenantId", TENANT.toString(),
                                "actorType", "partner",
                                "actorId", "key-1",
                                "actorLabel", "Nightly import",
                                "requestId", "request-1"));
    }

    @Test
    void a_fact_says_for_which_customer_its_actor_acts() {
        assertThat(caller("customer", CUSTOMER).asMetadata("request-1"))
                .containsEntry("actorCustomerId", CUSTOMER.toString());
    }

    @Test
    void a_session_can_keep_a_caller() throws Exception {
        Caller caller = caller("customer", CUSTOMER, Permission.READ, Permission.WRITE);
        var bytes = new ByteArrayOutputStream();
        try (var out = new ObjectOutputStream(bytes)) {
            out.writeObject(caller);
        }

        try (var in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            assertThat(in.readObject()).isEqualTo(caller);
        }
        assertThat(caller.getName()).isEqualTo("Nightly import");
    }

    private static Caller caller(
            String type, @Nullable UUID customerScope, Permission... permissions) {
        return new Caller(
                type, "key-1", "Nightly import", TENANT, customerScope, Set.of(permissions));
    }
}
