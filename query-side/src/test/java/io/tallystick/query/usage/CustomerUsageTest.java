package io.tallystick.query.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.tallystick.edge.caller.Permission;
import io.tallystick.edge.lookup.Customers.Customer;
import io.tallystick.query.testing.Rows;
import io.tallystick.query.testing.TestApi;
import io.tallystick.query.testing.TestApi.Answer;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class CustomerUsageTest {

    private static final TestApi API = new TestApi();
    private static final String USAGE = "/api/v1/customers/acme/usage";

    private final UUID tenant = API.partner("partner-" + UUID.randomUUID());
    private final Customer acme = API.customer(tenant, "acme", "America/New_York");
    private final Customer bolt = API.customer(tenant, "bolt", "UTC");
    private final Rows ofAcme = new Rows(tenant, acme.customerId());
    private final Rows ofBolt = new Rows(tenant, bolt.customerId());

    @BeforeEach
    void isAPartner() {
        API.asPartner(tenant, Permission.READ);
        // Noon of the eleventh day in New York.
        API.setNow("2026-06-11T16:00:00Z");
    }

    @AfterAll
    static void stop() {
        API.close();
    }

    @Test
    void the_default_is_the_current_month_of_the_customers_zone() {
        API.usage(
                ofAcme.call("2026-06-01T03:59:00Z", "600", "Mia"),
                ofAcme.call("2026-06-01T04:00:00Z", "80", "Mia"));

        Answer answer = API.get(USAGE);

        assertThat(answer.json().path("timeZone").asString()).isEqualTo("America/New_York");
        assertThat(answer.json().path("from").asString()).isEqualTo("2026-06-01T04:00:00Z");
        assertThat(answer.json().path("to").asString()).isEqualTo("2026-07-01T04:00:00Z");
        assertThat(meter(answer, "voice_minutes").path("quantity").asString()).isEqualTo("1.5");
        assertThat(meter(answer, "voice_minutes").path("unit").asString()).isEqualTo("minute");
    }

    @Test
    void all_shown_meters_are_there_also_without_usage_and_quantities_are_strings() {
        Answer answer = API.get(USAGE);

        assertThat(answer.json().path("meters").valueStream().map(m -> m.path("meter").asString()))
                .containsExactly("voice_minutes", "calls", "sms_segments", "emails", "storage_gb");
        assertThat(answer.text()).contains("\"quantity\":\"0\"");
    }

    @Test
    void the_period_before_counts_as_far_as_this_one_has_gone() {
        API.usage(
                ofAcme.sms("2026-05-01T04:00:00Z", "3"),
                ofAcme.sms("2026-05-11T15:59:00Z", "4"),
                ofAcme.sms("2026-05-11T16:00:00Z", "50"),
                ofAcme.sms("2026-06-02T12:00:00Z", "21"));

        JsonNode sms = meter(API.get(USAGE), "sms_segments");

        assertThat(sms.path("quantity").asString()).isEqualTo("21");
        assertThat(sms.path("previousQuantity").asString()).isEqualTo("7");
        // 21 in 10.5 of 30 days.
        assertThat(sms.path("projectedQuantity").asString()).isEqualTo("60");
    }

    @Test
    void nothing_is_projected_in_the_first_day_but_a_level() {
        API.setNow("2026-06-01T16:00:00Z");
        API.usage(
                ofAcme.sms("2026-06-01T12:00:00Z", "21"),
                ofAcme.measured("disk", "2026-05-01T12:00:00Z", "2000000000"));

        Answer answer = API.get(USAGE);

        assertThat(meter(answer, "sms_segments").path("projectedQuantity").isNull()).isTrue();
        assertThat(meter(answer, "storage_gb").path("projectedQuantity").asString()).isEqualTo("2");
    }

    @Test
    void storage_is_the_level_at_the_end_or_now_and_before_as_it_was_then() {
        API.usage(
                ofAcme.measured("disk", "2026-05-05T12:00:00Z", "1000000000"),
                ofAcme.measured("disk", "2026-05-20T12:00:00Z", "2000000000"),
                ofAcme.changed("disk", "2026-06-10T12:00:00Z", "500000000"));

        JsonNode now = meter(API.get(USAGE), "storage_gb");
        assertThat(now.path("quantity").asString()).isEqualTo("2.5");
        assertThat(now.path("previousQuantity").asString()).isEqualTo("1");

        JsonNode may =
                meter(
                        API.get(
                                USAGE,
                                "from",
                                "2026-05-01T04:00:00Z",
                                "to",
                                "2026-06-01T04:00:00Z"),
                        "storage_gb");
        assertThat(may.path("quantity").asString()).isEqualTo("2");
        assertThat(may.path("previousQuantity").asString()).isEqualTo("0");
    }

    @Test
    void a_finished_period_projects_itself() {
        API.usage(ofAcme.sms("2026-03-08T12:00:00Z", "9"), ofAcme.sms("2026-02-27T12:00:00Z", "4"));

        JsonNode sms =
                meter(
                        API.get(
                                USAGE,
                                "from",
                                "2026-03-01T05:00:00Z",
                                "to",
                                "2026-04-01T04:00:00Z"),
                        "sms_segments");

        assertThat(sms.path("quantity").asString()).isEqualTo("9");
        assertThat(sms.path("previousQuantity").asString()).isEqualTo("4");
        assertThat(sms.path("projectedQuantity").asString()).isEqualTo("9");
    }

    @Test
    void calls_qualify_from_sixty_measured_seconds_on() {
        API.usage(
                ofAcme.call("2026-06-02T12:00:00Z", "59.9", "Mia"),
                ofAcme.call("2026-06-02T12:00:01Z", "60", "Mia"),
                ofAcme.call("2026-06-02T12:00:02Z", "61", "Mia"));

        JsonNode calls = API.get(USAGE).json().path("qualifiedCalls");

        assertThat(calls.path("thresholdSeconds").asInt()).isEqualTo(60);
        assertThat(calls.path("qualified").asInt()).isEqualTo(2);
        assertThat(calls.path("total").asInt()).isEqualTo(3);
    }

    @Test
    void another_customers_usage_does_not_count() {
        API.usage(ofBolt.sms("2026-06-02T12:00:00Z", "9"));

        assertThat(meter(API.get(USAGE), "sms_segments").path("quantity").asString())
                .isEqualTo("0");
    }

    @Test
    void foreign_and_absent_customers_are_the_same_404() {
        UUID other = API.partner("other-" + UUID.randomUUID());
        Customer theirs = API.customer(other, "theirs", "UTC");

        assertThat(API.get("/api/v1/customers/theirs/usage").problem())
                .isEqualTo("404 customer_not_found");
        assertThat(API.get("/api/v1/customers/" + theirs.customerId() + "/usage").problem())
                .isEqualTo("404 customer_not_found");
        API.asCustomer(tenant, bolt.customerId());
        assertThat(API.get(USAGE).problem()).isEqualTo("404 customer_not_found");
    }

    @Test
    void what_cannot_be_answered_is_refused_with_its_pointer() {
        assertThat(API.get(USAGE, "from", "June").problem()).isEqualTo("400 invalid_request from");
        assertThat(API.get(USAGE, "from", "2027-01-01T00:00:00Z").problem())
                .isEqualTo("400 invalid_request from");
        API.asPartner(tenant, Permission.WRITE);
        assertThat(API.get(USAGE).problem()).isEqualTo("403 permission_missing");
    }

    private static JsonNode meter(Answer answer, String slug) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json()
                .path("meters")
                .valueStream()
                .filter(meter -> meter.path("meter").asString().equals(slug))
                .findFirst()
                .orElseThrow();
    }
}
