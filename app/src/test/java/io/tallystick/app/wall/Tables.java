package io.tallystick.app.wall;

import java.util.List;
import java.util.Map;

/// Every table and why it may be as it is. A table that is not here fails the build.
final class Tables {

    private Tables() {}

    /// @param policies names, in the order of the alphabet; none: no row-level security
    /// @param why for whatever is not simply behind the wall
    record Table(String name, List<String> policies, String why) {}

    static final List<Table> ALL =
            List.of(
                    walled("work.partner"),
                    walled("work.customer"),
                    walled("work.customer_section"),
                    walled("work.blocked_caller"),
                    walled("work.partner_section"),
                    new Table(
                            "work.logo",
                            List.of("of_partner", "product", "tenant"),
                            "people of a customer see their partner's too"),
                    walled("work.api_key"),
                    walled("work.operator"),
                    walled("work.api_budget"),
                    walled("work.member"),
                    walled("work.avatar"),
                    walled("work.invitation"),
                    walled("work.email_change"),
                    walled("work.payout_address"),
                    walled("work.client"),
                    walled("work.embed_url"),
                    forOperatorsToo("work.outbox", "operators see what was not delivered"),
                    walled("work.webhook_endpoint"),
                    walled("work.webhook_secret"),
                    walled("work.webhook_delivery"),
                    walled("work.credit_wallet"),
                    walled("work.credit_lot"),
                    walled("work.credit_transaction"),
                    walled("work.credit_price"),
                    walled("work.credit_increment"),
                    walled("work.credit_alert"),
                    walled("work.credit_crossing"),
                    walled("work.credit_call"),
                    walled("work.credit_hold"),
                    walled("work.credit_pending"),
                    open("work.log_group", "positions, of no tenant"),
                    open(
                            "work.login_attempt",
                            "before anybody knows who; hashes of what was typed"),
                    open("work.spring_session", "no tenant; readers have no right on it"),
                    open("work.spring_session_attributes", "no tenant; readers have no right"),
                    open("work.flyway_history", "migrations"),
                    forOperatorsToo("read_model.partner_all", "operators list all partners"),
                    walled("read_model.customer_all"),
                    walled("read_model.api_key_all"),
                    walled("read_model.member_all"),
                    walled("read_model.invitation_all"),
                    walled("read_model.system_log_all"),
                    walled("read_model.system_log_target_all"),
                    walled("read_model.usage_rollup_all"),
                    walled("read_model.level_step_all"),
                    walled("read_model.usage_increment_all"),
                    walled("read_model.blocked_call_all"),
                    walled("read_model.support_ticket_all"),
                    walled("read_model.support_text_all"),
                    walled("read_model.contact_evidence_all"),
                    walled("read_model.self_healed_contact_all"),
                    walled("read_model.self_healed_version_all"),
                    forOperatorsToo("read_model.contact_dead_letter_all", "operators mend them"),
                    forOperatorsToo("read_model.usage_dead_letter_all", "operators mend them"),
                    open("read_model.token_entry", "positions, of no tenant"),
                    open("read_model.projection_generation", "which is live, of no tenant"),
                    open("read_model.projection_node", "nodes, of no tenant"),
                    open("read_model.flyway_history", "migrations"),
                    walled("event_log.tenant_slice"),
                    new Table(
                            "event_log.entry",
                            List.of("position_of_usage", "product"),
                            "readers learn where usage is; facts are not for them"),
                    open("event_log.usage_slice", "COPY; readers go through tenant_slice"),
                    open("event_log.usage_key", "COPY; hashes, and readers have no right on it"),
                    open("event_log.key_window", "numbers, of no tenant"),
                    open("event_log.key_filter", "bits, of no tenant"),
                    open("event_log.snapshot", "for commands; readers have no right on it"),
                    open("event_log.flyway_history", "migrations"));

    /// What a reader may select without a wall.
    static final List<String> READABLE =
            List.of("read_model.token_entry", "read_model.projection_generation", "work.log_group");

    /// What a reader may select of look-ups, column by column.
    static final List<String> SHOWN_OF_WORK =
            List.of(
                    "api_key customer_id, key_id, last_used_at, tenant_id",
                    "avatar customer_id, member_id, png, sha256, tenant_id",
                    "blocked_caller block_id, blocked_at, customer_id, number, tenant_id",
                    "client accepted_at, archived_at, client_id, created_at, customer_id, email,"
                            + " expires_at, external_id, invited_at, name, phone, tenant_id",
                    "credit_alert armed, customer_id, exhausted, tenant_id, threshold",
                    "credit_crossing balance, customer_id, exhausted, position, recorded_at,"
                            + " tenant_id, threshold",
                    "credit_hold amount, call_id, captured, created_at, customer_id, expires_at,"
                            + " hold_id, state, tenant_id",
                    "credit_lot amount, customer_id, effective_at, expired, expires_at, kind,"
                            + " lot_id, note, position, priority, remaining, state, tenant_id",
                    "credit_pending amount, customer_id, fact_id, tenant_id",
                    "credit_transaction amount, customer_id, draws, kind, meter, note, ordinal,"
                            + " overage, overage_after, position, price, quantity, recorded_at,"
                            + " reference, settled_after, tenant_id",
                    "credit_wallet customer_id, ever_held, exhausted_at, overage, position,"
                            + " settled, tenant_id",
                    "customer api_access, api_requests_per_minute, api_tier, country, currency,"
                            + " customer_id, email, key, portal_ended, settings_version,"
                            + " storage_mb, team_enabled, team_max, tenant_id, time_zone",
                    "customer_section customer_id, fields, section, tenant_id",
                    "embed_url created_at, customer_id, embed_url_id, expires_at, kind, label,"
                            + " opened_at, origins, revoked_at, scopes, session_ends_at,"
                            + " session_seconds, tenant_id",
                    "logo customer_id, png, sha256, tenant_id",
                    "member customer_id, email, member_id, name, role, sessions, tenant_id",
                    "outbox attempts, body, created_at, customer_id, from_address, from_name, kind,"
                            + " last_error, mail_id, next_at, recipient, secret_until, sent_at,"
                            + " state, subject, tenant_id",
                    "log_group name, position",
                    "partner settings_version, tenant_id",
                    "partner_section fields, section, tenant_id",
                    "payout_address confirmed_at, customer_id, email, member_id, tenant_id",
                    "webhook_delivery answer, attempted_at, attempts, created_at, customer_id,"
                            + " delivery_id, duration_milliseconds, endpoint_id, error, event_id,"
                            + " next_attempt_at, state, status, tenant_id, type",
                    "webhook_endpoint created_at, customer_id, description, disabled_reason,"
                            + " endpoint_id, state, tenant_id, types, url");

    /// Unique keys that do not begin with the tenant.
    static final Map<String, String> KEYS =
            Map.ofEntries(
                    Map.entry("work.partner (key)", "it names the tenant"),
                    Map.entry("work.api_key (secret_hash)", "it is how the tenant is found"),
                    Map.entry("work.api_key (key_id)", "ingest asks whether it still holds"),
                    Map.entry("work.api_budget (id)", "the id begins with the tenant"),
                    Map.entry("work.member (email)", "it is how the tenant is found"),
                    Map.entry("work.invitation (token_hash)", "it is how the tenant is found"),
                    Map.entry("work.email_change (token_hash)", "it is how the tenant is found"),
                    Map.entry("work.client (token_hash)", "it is how the tenant is found"),
                    Map.entry("work.embed_url (link_hash)", "it is how the tenant is found"),
                    Map.entry("work.embed_url (session_hash)", "it is how the tenant is found"),
                    Map.entry("work.login_attempt (account, source)", "no tenant"),
                    Map.entry("work.log_group (name)", "no tenant"),
                    Map.entry("work.spring_session (primary_id)", "random"),
                    Map.entry("work.spring_session (session_id)", "random"),
                    Map.entry(
                            "work.spring_session_attributes (session_primary_id, attribute_name)",
                            "of a session"),
                    Map.entry("read_model.partner_all (key)", "it names the tenant"),
                    Map.entry("read_model.usage_dead_letter_all (position, ordinal)", "the log's"),
                    Map.entry(
                            "read_model.contact_dead_letter_all (position, ordinal)", "the log's"),
                    Map.entry("read_model.token_entry (processor_name, segment)", "no tenant"),
                    Map.entry("read_model.projection_generation (projection)", "no tenant"),
                    Map.entry("read_model.projection_generation (projection, generation)", "none"),
                    Map.entry("read_model.projection_generation (processor_name)", "no tenant"),
                    Map.entry("read_model.projection_node (node)", "no tenant"),
                    Map.entry("event_log.entry (position)", "one order for all tenants"),
                    Map.entry("event_log.entry (id)", "made by the server"),
                    Map.entry("event_log.entry (stream, sequence)", "streams are ids"),
                    Map.entry("event_log.usage_slice (chunk, shard, slice)", "the log's order"),
                    Map.entry("event_log.usage_key (key_window, key)", "the hash has the tenant"),
                    Map.entry("event_log.key_window (number)", "no tenant"),
                    Map.entry("event_log.key_filter (key_window)", "no tenant"),
                    Map.entry("event_log.snapshot (stream, sequence)", "streams are ids"),
                    Map.entry("event_log.snapshot (id)", "made by the server"));

    /// What a sample row needs where a check wants more than the column's type, `:tenant` being its
    /// tenant.
    static final Map<String, String> SAMPLES =
            Map.ofEntries(
                    Map.entry("work.api_key.scope", "'customer'"),
                    Map.entry("work.api_budget.id", "':tenant/' || gen_random_uuid()"),
                    Map.entry("work.member.role", "'viewer'"),
                    Map.entry("work.invitation.role", "'viewer'"),
                    Map.entry("work.invitation.state", "'open'"),
                    Map.entry("work.outbox.state", "'kept'"),
                    Map.entry("work.embed_url.kind", "'other'"),
                    Map.entry("work.embed_url.session_seconds", "3600"),
                    Map.entry("work.credit_lot.state", "'active'"),
                    Map.entry("work.credit_lot.expired", "0"),
                    Map.entry("work.credit_hold.state", "'active'"),
                    Map.entry("work.webhook_endpoint.state", "'enabled'"),
                    Map.entry("work.webhook_delivery.state", "'cancelled'"),
                    Map.entry("work.email_change.purpose", "'payout'"));

    private static Table walled(String name) {
        return new Table(name, List.of("product", "tenant"), "");
    }

    private static Table forOperatorsToo(String name, String why) {
        return new Table(name, List.of("installation", "product", "tenant"), why);
    }

    private static Table open(String name, String why) {
        return new Table(name, List.of(), why);
    }
}
