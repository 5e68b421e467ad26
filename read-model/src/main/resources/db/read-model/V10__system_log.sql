-- The system log: one row for each fact, in the order of its time, and of the log where times are the same. What
-- belongs to the installation and to no partner has the tenant 00000000-0000-0000-0000-000000000000, which nobody is.

create table read_model.system_log_all (
    generation        integer     not null,
    tenant_id         uuid        not null,
    position          bigint      not null,
    ordinal           integer     not null,
    customer_id       uuid,
    type              text        not null,
    action            text        not null,
    occurred_at       timestamptz not null,
    actor_type        text        not null,
    actor_id          text        not null,
    actor_label       text        not null,
    actor_customer_id uuid,
    target_type       text        not null,
    target_id         text        not null,
    target_label      text        not null,
    outcome           text        not null,
    summary           text        not null,
    before            jsonb,
    after             jsonb,
    key_id            text,
    request_id        text,
    ip                text,
    user_agent        text,
    primary key (generation, tenant_id, position, ordinal)
);

-- Each filter has the order of the pages behind it, so that a page is read from where it begins and no farther. Behind
-- a policy PostgreSQL looks nothing up by a comparison that might leak, which a search in text is.
create index system_log_by_time on read_model.system_log_all (generation, tenant_id, occurred_at, position, ordinal);
create index system_log_by_customer on read_model.system_log_all (generation, tenant_id, customer_id, occurred_at, position, ordinal);
create index system_log_by_type on read_model.system_log_all (generation, tenant_id, type, occurred_at, position, ordinal);
create index system_log_by_actor on read_model.system_log_all (generation, tenant_id, actor_id, occurred_at, position, ordinal);
create index system_log_by_target on read_model.system_log_all (generation, tenant_id, target_id, occurred_at, position, ordinal);

create view read_model.system_log with (security_invoker = true) as
select tenant_id, position, ordinal, customer_id, type, action, occurred_at, actor_type, actor_id, actor_label,
       actor_customer_id, target_type, target_id, target_label, outcome, summary, before, after, key_id, request_id, ip,
       user_agent
from read_model.system_log_all
where generation = (select generation from read_model.projection_generation where projection = 'system-log' and state = 'live');

-- What is known of whoever and whatever facts are about, as the last of them left it: what the next one changes is
-- told from it.
create table read_model.system_log_target_all (
    generation  integer not null,
    tenant_id   uuid    not null,
    target_type text    not null,
    target_id   text    not null,
    customer_id uuid,
    label       text    not null,
    state       jsonb   not null,
    primary key (generation, tenant_id, target_type, target_id)
);

create view read_model.system_log_target with (security_invoker = true) as
select tenant_id, target_type, target_id, customer_id, label, state
from read_model.system_log_target_all
where generation = (select generation from read_model.projection_generation where projection = 'system-log' and state = 'live');

call event_log.wall('read_model.system_log_all');
call event_log.wall('read_model.system_log_target_all');
grant select on read_model.system_log_all, read_model.system_log to tallystick_reader;
