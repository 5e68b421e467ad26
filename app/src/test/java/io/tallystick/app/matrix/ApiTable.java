package io.tallystick.app.matrix;

import static io.tallystick.app.matrix.Thing.API_KEY;
import static io.tallystick.app.matrix.Thing.CLIENT;
import static io.tallystick.app.matrix.Thing.EMBED_URL;
import static io.tallystick.app.matrix.Thing.INVITATION;
import static io.tallystick.app.matrix.Thing.LOG_ENTRY;
import static io.tallystick.app.matrix.Thing.MEMBER;
import static io.tallystick.app.matrix.Thing.SUPPORT_TICKET;
import static io.tallystick.app.matrix.Thing.WEBHOOK_ENDPOINT;

import java.util.List;

/// What every route of the API needs. A route may have several lines that ask it differently.
final class ApiTable {

    private static final String SECTION = "PATCH /customers/{customer}/settings/{section}";

    private static final String PARTNER = "PATCH /partners/{partner}/settings/{section}";

    static final List<Entry> ENTRIES =
            List.of(
                    to("GET /openapi.json", Rule.OPEN),
                    to("GET /me", Rule.ANYBODY),
                    to("PATCH /me", Rule.PERSON).body(Bodies.ME),
                    // usage
                    to("POST /events", Rule.WRITE).body(Bodies.EVENT),
                    to("GET /events", Rule.READ),
                    to("GET /events", Rule.READ).query("?subject={customer}"),
                    to("GET /events/{position}/{ordinal}", Rule.READ),
                    to("GET /meters", Rule.READ),
                    to("GET /meters/{slug}", Rule.READ),
                    to("GET /meters/{slug}/query", Rule.READ).query(Bodies.EVERYBODY),
                    to("GET /meters/{slug}/query", Rule.READ).query(Bodies.ONE_SUBJECT),
                    // partners and customers
                    to("GET /partners", Rule.READ_OPERATOR),
                    to("POST /partners", Rule.WRITE_OPERATOR).body(Bodies.NEW),
                    to("GET /customers", Rule.READ),
                    to("POST /customers", Rule.WRITE_ABOVE_CUSTOMERS).body(Bodies.NEW),
                    to("GET /customers/{customer}", Rule.READ),
                    to("PATCH /customers/{customer}", Rule.WRITE).body(Bodies.DETAILS),
                    to("GET /customers/{customer}/usage", Rule.READ),
                    to("GET /customers/{customer}/settings", Rule.READ),
                    to("GET /customers/{customer}/capabilities", Rule.READ),
                    to("GET /partners/{partner}/settings", Rule.READ_PARTNER),
                    to("PATCH /partners/{partner}/settings/storage", Rule.WRITE_OPERATOR)
                            .body(Bodies.STORAGE),
                    to(PARTNER, Rule.WRITE_PARTNER).section("branding").body(Bodies.NOTHING),
                    to(PARTNER, Rule.WRITE_PARTNER).section("sender").body(Bodies.NOTHING),
                    to(PARTNER, Rule.WRITE_OPERATOR).section("addOns").body(Bodies.NOTHING),
                    // what is sent is no picture
                    to("PUT /partners/{partner}/settings/branding/logo", Rule.WRITE_PARTNER)
                            .body(Bodies.NOTHING)
                            .answer("invalid_request"),
                    to("DELETE /partners/{partner}/settings/branding/logo", Rule.WRITE_PARTNER),
                    to("PUT /customers/{customer}/settings/branding/logo", Rule.WRITE)
                            .body(Bodies.NOTHING)
                            .answer("invalid_request"),
                    to("DELETE /customers/{customer}/settings/branding/logo", Rule.WRITE),
                    to("GET /customers/{customer}/settings/branding/logo/{hash}.png", Rule.READ)
                            .answer("logo_not_found"),
                    to(SECTION, Rule.WRITE_ABOVE_CUSTOMERS)
                            .section("apiLimits")
                            .body(Bodies.LIMITS),
                    to(SECTION, Rule.WRITE_ABOVE_CUSTOMERS).section("team").body(Bodies.TEAM),
                    to(SECTION, Rule.WRITE).section("portal").body(Bodies.NOTHING),
                    to(SECTION, Rule.WRITE_ABOVE_CUSTOMERS)
                            .section("features")
                            .body(Bodies.NOTHING),
                    to(SECTION, Rule.WRITE_ABOVE_CUSTOMERS).section("menu").body(Bodies.NOTHING),
                    to(SECTION, Rule.WRITE).section("branding").body(Bodies.NOTHING),
                    to(SECTION, Rule.WRITE).section("qualifiedCalls").body(Bodies.NOTHING),
                    to(SECTION, Rule.WRITE_ABOVE_CUSTOMERS)
                            .section("aiCredits")
                            .body(Bodies.NOTHING),
                    to(SECTION, Rule.WRITE_ABOVE_CUSTOMERS).section("pricing").body(Bodies.NOTHING),
                    to(SECTION, Rule.WRITE_ABOVE_CUSTOMERS)
                            .section("knowledgeBase")
                            .body(Bodies.NOTHING),
                    to(SECTION, Rule.WRITE_ABOVE_CUSTOMERS).section("usage").body(Bodies.NOTHING),
                    to(SECTION, Rule.WRITE_ABOVE_CUSTOMERS).section("demo").body(Bodies.NOTHING),
                    to(SECTION, Rule.WRITE_ABOVE_CUSTOMERS).section("account").body(Bodies.NOTHING),
                    // callers
                    to("GET /customers/{customer}/blocked-callers", Rule.ADMIN),
                    to("POST /customers/{customer}/blocked-callers", Rule.ADMIN)
                            .body(Bodies.CALLER),
                    to("GET /customers/{customer}/blocked-callers/{number}", Rule.READ),
                    to("DELETE /customers/{customer}/blocked-callers/{number}", Rule.ADMIN),
                    // contacts
                    to("GET /customers/{customer}/self-healed-contacts", Rule.READ),
                    to("GET /customers/{customer}/self-healed-contacts/history", Rule.READ)
                            .query("?contactId=c-1"),
                    // credits; nobody of the town is charged in them, and nothing is held
                    to("GET /customers/{customer}/credits", Rule.READ),
                    to("GET /customers/{customer}/credits/transactions", Rule.READ),
                    to("GET /customers/{customer}/credits/alerts", Rule.READ),
                    to("GET /customers/{customer}/credits/holds", Rule.READ),
                    to("POST /customers/{customer}/credits/grants", Rule.ADMIN_ABOVE_CUSTOMERS)
                            .body(Bodies.GRANT),
                    to("POST /customers/{customer}/credits/deductions", Rule.ADMIN_ABOVE_CUSTOMERS)
                            .body(Bodies.DEDUCTION),
                    to("POST /customers/{customer}/credits/holds", Rule.WRITE)
                            .body(Bodies.HOLD)
                            .answer("credits_disabled"),
                    to("POST /customers/{customer}/credits/holds/{hold}/extend", Rule.WRITE)
                            .body(Bodies.NOTHING)
                            .answer("hold_not_found"),
                    to("POST /customers/{customer}/credits/holds/{hold}/capture", Rule.WRITE)
                            .body(Bodies.NOTHING)
                            .answer("hold_not_found"),
                    to("POST /customers/{customer}/credits/holds/{hold}/release", Rule.WRITE)
                            .answer("hold_not_found"),
                    // keys
                    to("GET /customers/{customer}/api-keys", Rule.READ),
                    to("POST /customers/{customer}/api-keys", Rule.ADMIN).body(Bodies.KEY),
                    to("DELETE /customers/{customer}/api-keys/{id}", Rule.ADMIN).id(API_KEY),
                    to("GET /partners/{partner}/api-keys", Rule.ADMIN_PARTNER),
                    to("POST /partners/{partner}/api-keys", Rule.ADMIN_PARTNER).body(Bodies.KEY),
                    to("DELETE /partners/{partner}/api-keys/{id}", Rule.ADMIN_PARTNER).id(API_KEY),
                    to("GET /admin/api-keys", Rule.ADMIN_OPERATOR),
                    to("POST /admin/api-keys", Rule.ADMIN_OPERATOR).body(Bodies.KEY),
                    // what is a partner's or a customer's is no operator's
                    to("DELETE /admin/api-keys/{id}", Rule.ADMIN_OPERATOR)
                            .id(API_KEY)
                            .answer("api_key_not_found"),
                    // people
                    to("GET /customers/{customer}/members", Rule.READ),
                    to("POST /customers/{customer}/members", Rule.ADMIN).body(Bodies.INVITED),
                    to("PATCH /customers/{customer}/members/{id}", Rule.ADMIN)
                            .id(MEMBER)
                            .body(Bodies.ROLE),
                    to("DELETE /customers/{customer}/members/{id}", Rule.ADMIN).id(MEMBER),
                    to("GET /customers/{customer}/invitations", Rule.READ),
                    to("DELETE /customers/{customer}/invitations/{id}", Rule.ADMIN).id(INVITATION),
                    to("GET /partners/{partner}/members", Rule.READ_PARTNER),
                    to("POST /partners/{partner}/members", Rule.ADMIN_PARTNER).body(Bodies.INVITED),
                    to("PATCH /partners/{partner}/members/{id}", Rule.ADMIN_PARTNER)
                            .id(MEMBER)
                            .body(Bodies.ROLE),
                    to("DELETE /partners/{partner}/members/{id}", Rule.ADMIN_PARTNER).id(MEMBER),
                    to("GET /partners/{partner}/invitations", Rule.READ_PARTNER),
                    to("DELETE /partners/{partner}/invitations/{id}", Rule.ADMIN_PARTNER)
                            .id(INVITATION),
                    to("GET /customers/{customer}/payout", Rule.ADMIN),
                    to("PUT /customers/{customer}/payout", Rule.PERSON),
                    // clients and what is shown elsewhere
                    to("GET /customers/{customer}/clients", Rule.READ),
                    to("POST /customers/{customer}/clients", Rule.WRITE).body(Bodies.CLIENT),
                    to("POST /customers/{customer}/clients/import", Rule.WRITE)
                            .body(Bodies.CLIENTS),
                    to("GET /customers/{customer}/clients/{id}", Rule.READ).id(CLIENT),
                    to("PATCH /customers/{customer}/clients/{id}", Rule.WRITE)
                            .id(CLIENT)
                            .body(Bodies.NOTHING),
                    to("DELETE /customers/{customer}/clients/{id}", Rule.WRITE).id(CLIENT),
                    to("POST /customers/{customer}/clients/{id}/invitation", Rule.WRITE).id(CLIENT),
                    to("GET /customers/{customer}/embed-urls", Rule.READ),
                    to("POST /customers/{customer}/embed-urls", Rule.ADMIN).body(Bodies.EMBED_URL),
                    to("DELETE /customers/{customer}/embed-urls/{id}", Rule.ADMIN).id(EMBED_URL),
                    // other systems; nothing has been told to any of the town
                    to("GET /customers/{customer}/webhook-endpoints", Rule.ADMIN),
                    to("POST /customers/{customer}/webhook-endpoints", Rule.ADMIN)
                            .body(Bodies.WEBHOOK_ENDPOINT),
                    to("GET /customers/{customer}/webhook-endpoints/{id}", Rule.ADMIN)
                            .id(WEBHOOK_ENDPOINT),
                    to("PATCH /customers/{customer}/webhook-endpoints/{id}", Rule.ADMIN)
                            .id(WEBHOOK_ENDPOINT)
                            .body(Bodies.NOTHING),
                    to("DELETE /customers/{customer}/webhook-endpoints/{id}", Rule.ADMIN)
                            .id(WEBHOOK_ENDPOINT),
                    to("POST /customers/{customer}/webhook-endpoints/{id}/rotate", Rule.ADMIN)
                            .id(WEBHOOK_ENDPOINT),
                    to("GET /customers/{customer}/webhook-endpoints/{id}/deliveries", Rule.ADMIN)
                            .id(WEBHOOK_ENDPOINT),
                    to(
                                    "POST /customers/{customer}/webhook-endpoints/{id}/deliveries/{delivery}/resend",
                                    Rule.ADMIN)
                            .id(WEBHOOK_ENDPOINT)
                            .answer("webhook_delivery_not_found"),
                    // tickets
                    to("GET /support-tickets", Rule.WRITE_ABOVE_CUSTOMERS),
                    to("GET /customers/{customer}/support-tickets", Rule.WRITE),
                    to("POST /customers/{customer}/support-tickets", Rule.WRITE)
                            .body(Bodies.TICKET),
                    to("GET /customers/{customer}/support-tickets/{id}", Rule.WRITE)
                            .id(SUPPORT_TICKET),
                    to("PATCH /customers/{customer}/support-tickets/{id}", Rule.WRITE)
                            .id(SUPPORT_TICKET)
                            .body(Bodies.OPEN),
                    to("POST /customers/{customer}/support-tickets/{id}/comments", Rule.WRITE)
                            .id(SUPPORT_TICKET)
                            .body(Bodies.TEXT),
                    // the log
                    to("GET /system-log", Rule.ADMIN_ABOVE_CUSTOMERS),
                    to("GET /system-log/{id}", Rule.ADMIN_ABOVE_CUSTOMERS).id(LOG_ENTRY),
                    to("GET /customers/{customer}/system-log", Rule.ADMIN),
                    to("GET /customers/{customer}/system-log/{id}", Rule.ADMIN).id(LOG_ENTRY),
                    // operation; nothing is really rebuilt, because other tests look at it
                    to("GET /admin/projections", Rule.READ_OPERATOR),
                    to("GET /admin/dead-letters", Rule.READ_OPERATOR),
                    to("GET /admin/audit", Rule.READ_OPERATOR),
                    to("GET /admin/outbox", Rule.READ_OPERATOR),
                    to("POST /admin/outbox/{mail}/resend", Rule.ADMIN_OPERATOR)
                            .answer("mail_not_found"),
                    to("POST /admin/projections/{name}/replay", Rule.ADMIN_OPERATOR)
                            .body(Bodies.REASON)
                            .answer("projection_not_found"),
                    to("DELETE /admin/projections/{name}/replay", Rule.ADMIN_OPERATOR)
                            .answer("projection_not_found"));

    private ApiTable() {}

    private static Entry to(String route, Rule rule) {
        return Entry.of(route.replaceFirst(" ", " /api/v1"), rule);
    }
}
