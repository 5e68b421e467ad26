package io.tallystick.query.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.query.testing.TestApi;
import io.tallystick.query.testing.TestApi.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectoryTest {

    private static final TestApi API = new TestApi();
    private static final String CUSTOMERS = "/api/v1/customers";

    private final String partnerKey = "partner-" + UUID.randomUUID();
    private final UUID tenant = API.partner(partnerKey);
    private final Customer bolt = API.customer(tenant, "bolt", "UTC");
    private final Customer acme = API.customer(tenant, "acme", "Europe/Berlin");
    private final Customer cone = API.customer(tenant, "cone", "UTC");

    @BeforeEach
    void isAPartner() {
        API.asPartner(tenant, Permission.READ);
    }

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void customers_are_listed_by_key_page_by_page() {
        Answer first = API.get(CUSTOMERS, "limit", "2");
        Answer second = API.get(CUSTOMERS, "cursor", first.json().path("nextCursor").asString());

        assertThat(keys(first)).containsExactly("acme", "bolt");
        assertThat(keys(second)).containsExactly("cone");
        assertThat(second.json().path("nextCursor").isNull()).isTrue();
        assertThat(second.json().path("position").asLong()).isPositive();
        assertThat(second.json().path("asOf").isString()).isTrue();
    }

    @Test
    void a_customer_is_found_by_key_and_by_id() {
        for (String name : List.of("acme", acme.customerId().toString())) {
            Answer answer = API.get(CUSTOMERS + "/" + name);

            assertThat(answer.json().path("key").asString()).isEqualTo("acme");
            assertThat(answer.json().path("id").asString()).isEqualTo(acme.customerId().toString());
            assertThat(answer.json().path("timeZone").asString()).isEqualTo("Europe/Berlin");
            assertThat(answer.json().path("email").isNull()).isTrue();
            assertThat(answer.json().path("createdAt").isString()).isTrue();
            assertThat(answer.json().path("position").asLong()).isPositive();
        }
    }

    @Test
    void a_key_that_looks_like_the_id_of_another_is_found_by_the_id_first() {
        API.customer(tenant, acme.customerId().toString(), "UTC");

        assertThat(API.get(CUSTOMERS + "/" + acme.customerId()).json().path("key").asString())
                .isEqualTo("acme");
    }

    @Test
    void foreign_and_absent_customers_are_the_same_404() {
        UUID other = API.partner("other-" + UUID.randomUUID());
        Customer theirs = API.customer(other, "theirs", "UTC");

        assertThat(API.get(CUSTOMERS + "/theirs").problem()).isEqualTo("404 customer_not_found");
        assertThat(API.get(CUSTOMERS + "/" + theirs.customerId()).problem())
                .isEqualTo("404 customer_not_found");
        assertThat(API.get(CUSTOMERS + "/nobody").problem()).isEqualTo("404 customer_not_found");
        assertThat(keys(API.get(CUSTOMERS))).containsExactly("acme", "bolt", "cone");
    }

    @Test
    void a_customers_key_sees_itself_only() {
        API.asCustomer(tenant, bolt.customerId());

        assertThat(keys(API.get(CUSTOMERS))).containsExactly("bolt");
        assertThat(API.get(CUSTOMERS + "/cone").problem()).isEqualTo("404 customer_not_found");
        assertThat(API.get(CUSTOMERS + "/" + cone.customerId()).problem())
                .isEqualTo("404 customer_not_found");
    }

    @Test
    void partners_are_for_operators() {
        assertThat(API.get("/api/v1/partners").problem()).isEqualTo("403 operator_only");

        API.asOperator(tenant);
        List<String> keys = new ArrayList<>();
        Answer page = API.get("/api/v1/partners", "limit", "2");
        keys.addAll(keys(page));
        while (page.json().path("nextCursor").isString()) {
            page =
                    API.get(
                            "/api/v1/partners",
                            "limit",
                            "2",
                            "cursor",
                            page.json().path("nextCursor").asString());
            keys.addAll(keys(page));
        }

        assertThat(keys).contains("default", partnerKey).doesNotHaveDuplicates();
    }

    @Test
    void a_key_that_may_not_read_is_refused() {
        API.asPartner(tenant, Permission.WRITE);

        assertThat(API.get(CUSTOMERS).problem()).isEqualTo("403 permission_missing");
        assertThat(API.get(CUSTOMERS + "/acme").problem()).isEqualTo("403 permission_missing");
    }

    @Test
    void limits_cursors_and_positions_are_checked() {
        assertThat(API.get(CUSTOMERS, "limit", "0").problem())
                .isEqualTo("400 invalid_request limit");
        assertThat(API.get(CUSTOMERS, "cursor", "%").problem())
                .isEqualTo("400 invalid_request cursor");
    }

    private static List<String> keys(Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .path("items")
                .valueStream()
                .map(item -> item.path("key").asString())
                .toList();
    }
}
