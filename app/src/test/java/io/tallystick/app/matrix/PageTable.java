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

/// What every page needs.
final class PageTable {

    private static final String CUSTOMER = "/customers/{customer}";
    private static final String INVITED = "email={new}@example.com&role=viewer";
    private static final String SECTION = "POST " + CUSTOMER + "/manage/{section}";

    /// At the version that every customer of the town has.
    private static final String NOTHING = "version=2";

    private static final String CALLER = "number=" + Bodies.NUMBER;
    private static final String CLIENT_SAID = "name=Made by the matrix&email={new}@example.com";
    private static final String ROLE = "role=manager";

    static final List<Entry> ENTRIES =
            List.of(
                    to("GET /login", Rule.OPEN),
                    to("GET /docs", Rule.OPEN),
                    to("GET /invitations/{token}", Rule.OPEN),
                    to("POST /invitations/{token}", Rule.OPEN),
                    to("GET /email-changes/{token}", Rule.OPEN),
                    to("POST /email-changes/{token}", Rule.OPEN),
                    to("GET /client-invitations/{token}", Rule.OPEN),
                    to("POST /client-invitations/{token}", Rule.OPEN),
                    to("GET /portal/links/{token}", Rule.OPEN),
                    to("GET /portal/sessions/{session}/{part}", Rule.OPEN),
                    to("GET /portal/sessions/{session}/style.css", Rule.OPEN),
                    to("GET /portal/sessions/{session}/logo.png", Rule.OPEN),
                    to("GET /portal/closed", Rule.OPEN),
                    // usage
                    to("GET /", Rule.ANYBODY),
                    to("GET " + CUSTOMER, Rule.READ),
                    to("GET " + CUSTOMER + "/live", Rule.READ),
                    to("GET " + CUSTOMER + "/stream", Rule.READ),
                    // calls
                    to("GET " + CUSTOMER + "/calls", Rule.READ),
                    to("POST " + CUSTOMER + "/calls/block", Rule.ADMIN).body(CALLER),
                    // contacts
                    to("GET " + CUSTOMER + "/contacts", Rule.READ),
                    to("GET " + CUSTOMER + "/contacts/history", Rule.READ).answer("400"),
                    to("GET " + CUSTOMER + "/contacts/export", Rule.READ).answer("400"),
                    // keys
                    to("GET " + CUSTOMER + "/api-keys", Rule.READ),
                    to("POST " + CUSTOMER + "/api-keys", Rule.ADMIN)
                            .body("name=" + Bodies.KEY_NAME + "&permissions=read"),
                    to("POST " + CUSTOMER + "/api-keys/{id}/revoke", Rule.ADMIN).id(API_KEY),
                    to("GET /api-keys", Rule.ADMIN_PARTNER),
                    to("POST /api-keys", Rule.ADMIN_PARTNER)
                            .body("name=" + Bodies.KEY_NAME + "&permissions=read"),
                    to("POST /api-keys/{id}/revoke", Rule.ADMIN_PARTNER).id(API_KEY),
                    to("GET /operator/api-keys", Rule.ADMIN_OPERATOR),
                    to("POST /operator/api-keys", Rule.ADMIN_OPERATOR)
                            .body("name=" + Bodies.KEY_NAME + "&permissions=read"),
                    // what is a partner's or a customer's is no operator's
                    to("POST /operator/api-keys/{id}/revoke", Rule.ADMIN_OPERATOR)
                            .id(API_KEY)
                            .answer("404"),
                    // what is set
                    to("GET " + CUSTOMER + "/manage", Rule.READ),
                    to(SECTION, Rule.WRITE).section("portal").body(NOTHING),
                    to(SECTION, Rule.WRITE_ABOVE_CUSTOMERS).section("features").body(NOTHING),
                    to("GET " + CUSTOMER + "/settings", Rule.ANYBODY),
                    to("GET " + CUSTOMER + "/blocked-callers", Rule.ADMIN),
                    to("POST " + CUSTOMER + "/blocked-callers", Rule.ADMIN).body(CALLER),
                    to("POST " + CUSTOMER + "/blocked-callers/unblock", Rule.ADMIN).body(CALLER),
                    to("POST " + CUSTOMER + "/manage/branding/logo", Rule.WRITE).answer("400"),
                    to("GET " + CUSTOMER + "/logo/{hash}.png", Rule.READ).answer("404"),
                    to("GET /settings", Rule.READ_PARTNER),
                    to("GET /settings/logo/{hash}.png", Rule.READ_PARTNER).answer("404"),
                    to("POST /settings/{section}", Rule.WRITE_PARTNER)
                            .section("branding")
                            .body(NOTHING),
                    to("POST /settings/{section}", Rule.WRITE_OPERATOR)
                            .section("addOns")
                            .body(NOTHING),
                    to("POST /settings/branding/logo", Rule.WRITE_PARTNER).answer("400"),
                    to("GET /branding/{primary}/{accent}.css", Rule.ANYBODY),
                    to("GET /branding/logo/{hash}.png", Rule.ANYBODY).answer("404"),
                    // credits
                    to("GET " + CUSTOMER + "/credits", Rule.READ),
                    to("POST " + CUSTOMER + "/credits/grants", Rule.ADMIN_ABOVE_CUSTOMERS)
                            .body("amount=10"),
                    to("POST " + CUSTOMER + "/credits/deductions", Rule.ADMIN_ABOVE_CUSTOMERS)
                            .body("amount=0.5&reason=The matrix asks&override=true"),
                    // people
                    to("GET " + CUSTOMER + "/members", Rule.READ),
                    to("POST " + CUSTOMER + "/members", Rule.ADMIN).body(INVITED),
                    to("POST " + CUSTOMER + "/members/{id}/role", Rule.ADMIN).id(MEMBER).body(ROLE),
                    to("POST " + CUSTOMER + "/members/{id}/remove", Rule.ADMIN).id(MEMBER),
                    to("POST " + CUSTOMER + "/members/{id}/revoke", Rule.ADMIN).id(INVITATION),
                    to("GET " + CUSTOMER + "/outbox", Rule.ADMIN),
                    to("GET /members", Rule.READ_PARTNER),
                    to("POST /members", Rule.ADMIN_PARTNER).body(INVITED),
                    to("POST /members/{id}/role", Rule.ADMIN_PARTNER).id(MEMBER).body(ROLE),
                    to("POST /members/{id}/remove", Rule.ADMIN_PARTNER).id(MEMBER),
                    to("POST /members/{id}/revoke", Rule.ADMIN_PARTNER).id(INVITATION),
                    to("GET /outbox", Rule.ADMIN_PARTNER),
                    // clients and what is shown elsewhere
                    to("GET " + CUSTOMER + "/clients", Rule.READ),
                    to("POST " + CUSTOMER + "/clients", Rule.WRITE).body(CLIENT_SAID),
                    to("GET " + CUSTOMER + "/clients/{id}", Rule.READ).id(CLIENT),
                    to("POST " + CUSTOMER + "/clients/{id}", Rule.WRITE)
                            .id(CLIENT)
                            .body(CLIENT_SAID),
                    to("POST " + CUSTOMER + "/clients/{id}/invite", Rule.WRITE).id(CLIENT),
                    to("POST " + CUSTOMER + "/clients/{id}/archive", Rule.WRITE).id(CLIENT),
                    to("GET " + CUSTOMER + "/embed-urls", Rule.READ),
                    to("POST " + CUSTOMER + "/embed-urls", Rule.ADMIN)
                            .body("kind=other&scopes=usage"),
                    to("POST " + CUSTOMER + "/embed-urls/{id}/revoke", Rule.ADMIN).id(EMBED_URL),
                    // other systems; nothing has been told to any of the town
                    to("GET " + CUSTOMER + "/webhooks", Rule.ADMIN),
                    to("POST " + CUSTOMER + "/webhooks", Rule.ADMIN)
                            .body("url=https://hooks.example.com/in&types=credits.low"),
                    to("GET " + CUSTOMER + "/webhooks/{id}", Rule.ADMIN).id(WEBHOOK_ENDPOINT),
                    to("POST " + CUSTOMER + "/webhooks/{id}/rotate", Rule.ADMIN)
                            .id(WEBHOOK_ENDPOINT),
                    to("POST " + CUSTOMER + "/webhooks/{id}/state", Rule.ADMIN)
                            .id(WEBHOOK_ENDPOINT)
                            .body("enabled=true"),
                    to("POST " + CUSTOMER + "/webhooks/{id}/remove", Rule.ADMIN)
                            .id(WEBHOOK_ENDPOINT),
                    to(
                                    "POST "
                                            + CUSTOMER
                                            + "/webhooks/{id}/deliveries/{delivery}/resend",
                                    Rule.ADMIN)
                            .id(WEBHOOK_ENDPOINT)
                            .answer("404"),
                    // tickets
                    to("GET " + CUSTOMER + "/support", Rule.WRITE),
                    to("POST " + CUSTOMER + "/support", Rule.WRITE)
                            .body("subject=Made by the matrix&text=Made by the matrix"),
                    to("GET " + CUSTOMER + "/support/{id}", Rule.WRITE).id(SUPPORT_TICKET),
                    to("POST " + CUSTOMER + "/support/{id}/comments", Rule.WRITE)
                            .id(SUPPORT_TICKET)
                            .body("text=Made by the matrix"),
                    to("POST " + CUSTOMER + "/support/{id}/state", Rule.WRITE)
                            .id(SUPPORT_TICKET)
                            .body("state=open"),
                    // the log
                    to("GET /system-log", Rule.ADMIN_PARTNER),
                    to("GET /system-log/{id}", Rule.ADMIN_PARTNER).id(LOG_ENTRY),
                    to("GET /system-log/export", Rule.ADMIN_PARTNER).answer("400"),
                    to("GET " + CUSTOMER + "/system-log", Rule.ADMIN),
                    to("GET " + CUSTOMER + "/system-log/{id}", Rule.ADMIN).id(LOG_ENTRY),
                    to("GET " + CUSTOMER + "/system-log/export", Rule.ADMIN).answer("400"),
                    // oneself
                    to("GET /profile", Rule.MEMBER),
                    to("POST /profile/name", Rule.MEMBER).body("name={login}"),
                    to("POST /profile/email", Rule.MEMBER).body("email={login}&current={password}"),
                    to("POST /profile/password", Rule.MEMBER)
                            .body("password=short&current={password}")
                            .answer("400"),
                    to("GET /payouts", Rule.MEMBER),
                    to("POST /payouts", Rule.MEMBER)
                            .body("email=nowhere&current={password}")
                            .answer("400"),
                    to("GET /avatar", Rule.MEMBER).answer("404"),
                    to("POST /profile/avatar", Rule.MEMBER).answer("400"),
                    to("POST /profile/avatar/remove", Rule.MEMBER),
                    to("POST /profile/sessions/end", Rule.MEMBER),
                    // operation; nothing is really rebuilt, because other tests look at it
                    to("GET /projections", Rule.READ_OPERATOR),
                    to("GET /projections/live", Rule.READ_OPERATOR),
                    to("POST /projections/{name}/replay", Rule.ADMIN_OPERATOR)
                            .body("reason=The matrix asks")
                            .answer("404"),
                    to("POST /projections/{name}/cancel", Rule.ADMIN_OPERATOR).answer("404"));

    private PageTable() {}

    private static Entry to(String route, Rule rule) {
        return Entry.of(route, rule);
    }
}
