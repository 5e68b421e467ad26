package io.tallystick.query.projections;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.caller.Permission;
import io.tallystick.query.testing.TestApi;
import io.tallystick.query.testing.TestApi.Answer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ProjectionsTest {

    private static final String PROJECTIONS = "/api/v1/admin/projections";
    private static final TestApi API = new TestApi();

    private final UUID tenant = API.partner("partner-" + UUID.randomUUID());

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void each_projection_says_how_far_readers_see() {
        API.asPartner(tenant, Permission.READ);
        API.get("/api/v1/customers");
        API.asOperator(tenant);

        Answer answer = API.get(PROJECTIONS);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().findValuesAsString("name"))
                .containsExactly(
                        "api-keys",
                        "blocked-calls",
                        "directory",
                        "members",
                        "self-healed-contacts",
                        "support-tickets",
                        "system-log",
                        "usage");
        JsonNode directory = answer.json().get(1);
        assertThat(directory.path("status").asString()).isEqualTo("running");
        assertThat(directory.path("position").asLong()).isPositive();
        assertThat(directory.path("lag").asLong()).isZero();
        assertThat(directory.path("progress").asDouble()).isEqualTo(1);
        assertThat(directory.path("segments").asInt()).isEqualTo(1);
        assertThat(directory.path("replay").isNull()).isTrue();
    }

    @Test
    void only_an_operator_may_ask() {
        API.asPartner(tenant, Permission.ADMIN);

        assertThat(API.get(PROJECTIONS).problem()).isEqualTo("403 operator_only");
    }
}
