-- Calls that were not let through, by what the caller's number was sent as and by the moment, so that a count of the last
-- 30 days is exact at its beginning. What is older than 31 days before the newest of a caller is forgotten.

create table read_model.blocked_call_all (
    generation  integer     not null,
    tenant_id   uuid        not null,
    customer_id uuid        not null,
    caller      text        not null,
    occurred_at timestamptz not null,
    calls       bigint      not null,
    primary key (generation, tenant_id, customer_id, caller, occurred_at)
);

create view read_model.blocked_call with (security_invoker = true) as
select tenant_id, customer_id, caller, occurred_at, calls
from read_model.blocked_call_all
where generation = (select generation from read_model.projection_generation where projection = 'blocked-calls' and state = 'live');

call event_log.wall('read_model.blocked_call_all');
grant select on read_model.blocked_call_all, read_model.blocked_call to tallystick_reader;

-- Tickets of customers, and what was written in them. Texts are numbered from 0, which is what the ticket began with.

create table read_model.support_ticket_all (
    generation  integer     not null,
    tenant_id   uuid        not null,
    ticket_id   uuid        not null,
    customer_id uuid        not null,
    subject     text        not null,
    priority    text        not null,
    state       text        not null,
    texts       integer     not null,
    opened_at   timestamptz not null,
    changed_at  timestamptz not null,
    primary key (generation, tenant_id, ticket_id)
);

create index support_ticket_by_state on read_model.support_ticket_all (generation, tenant_id, state, ticket_id);
create index support_ticket_by_customer on read_model.support_ticket_all (generation, tenant_id, customer_id, ticket_id);
create index support_ticket_by_customer_and_state
    on read_model.support_ticket_all (generation, tenant_id, customer_id, state, ticket_id);

create view read_model.support_ticket with (security_invoker = true) as
select tenant_id, ticket_id, customer_id, subject, priority, state, texts, opened_at, changed_at
from read_model.support_ticket_all
where generation = (select generation from read_model.projection_generation where projection = 'support-tickets' and state = 'live');

create table read_model.support_text_all (
    generation    integer     not null,
    tenant_id     uuid        not null,
    ticket_id     uuid        not null,
    number        integer     not null,
    customer_id   uuid        not null,
    text          text        not null,
    author_type   text        not null,
    author_label  text        not null,
    from_customer boolean     not null,
    written_at    timestamptz not null,
    primary key (generation, tenant_id, ticket_id, number)
);

create view read_model.support_text with (security_invoker = true) as
select tenant_id, ticket_id, number, customer_id, text, author_type, author_label, from_customer, written_at
from read_model.support_text_all
where generation = (select generation from read_model.projection_generation where projection = 'support-tickets' and state = 'live');

call event_log.wall('read_model.support_ticket_all');
call event_log.wall('read_model.support_text_all');
grant select on read_model.support_ticket_all, read_model.support_ticket, read_model.support_text_all,
    read_model.support_text to tallystick_reader;
