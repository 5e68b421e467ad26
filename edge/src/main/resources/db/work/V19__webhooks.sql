-- Whom other systems of customers are told through, and what is delivered to them.

create table work.webhook_endpoint (
    tenant_id       uuid        not null,
    customer_id     uuid        not null,
    endpoint_id     uuid        not null,
    url             text        not null check (char_length(url) <= 2048),
    types           text[]      not null,
    description     text,
    created_at      timestamptz not null,
    state           text        not null check (state in ('enabled', 'disabled')),
    disabled_reason text        check (disabled_reason in ('by_hand', 'gone', 'failing')),
    given_up        text        check (given_up in ('gone', 'failing')),
    given_up_at     timestamptz,
    delivered_at    timestamptz,
    told_after      bigint,
    primary key (tenant_id, endpoint_id),
    foreign key (tenant_id, customer_id) references work.customer,
    check ((state = 'disabled') = (disabled_reason is not null)),
    check ((given_up is null) = (given_up_at is null))
);

comment on column work.webhook_endpoint.given_up is 'why the sender sends nothing more, until the group that follows the log has made a fact of it';
comment on column work.webhook_endpoint.delivered_at is 'when something was delivered last, by the clock of the database';

comment on column work.webhook_endpoint.told_after is 'the position of what added or changed it last, null until the group that follows the log has read that';

create index webhook_endpoint_by_age on work.webhook_endpoint (tenant_id, customer_id, endpoint_id);
create index webhook_endpoint_given_up on work.webhook_endpoint (given_up_at) where given_up is not null;

-- What deliveries are signed with, as it is: a hash signs nothing. No reader has a right on it.
create table work.webhook_secret (
    tenant_id   uuid    not null,
    customer_id uuid    not null,
    endpoint_id uuid    not null,
    number      integer not null check (number > 0),
    secret      text    not null,
    ends_at     timestamptz,
    primary key (tenant_id, endpoint_id, number),
    foreign key (tenant_id, endpoint_id) references work.webhook_endpoint on delete cascade
);

comment on column work.webhook_secret.ends_at is 'by the clock of the database; null for the newest';

-- What is to be delivered, once for each fact and endpoint, and what became of it.
create table work.webhook_delivery (
    tenant_id       uuid        not null,
    customer_id     uuid        not null,
    endpoint_id     uuid        not null,
    delivery_id     uuid        not null,
    event_id        uuid        not null,
    type            text        not null,
    body            text        not null,
    created_at      timestamptz not null,
    state           text        not null check (state in ('pending', 'delivered', 'failed', 'cancelled')),
    attempts        integer     not null default 0 check (attempts >= 0),
    failures        integer     not null default 0 check (failures >= 0),
    failing_since   timestamptz,
    next_attempt_at timestamptz,
    lease           uuid,
    lease_until     timestamptz,
    attempted_at    timestamptz,
    status          integer,
    duration_milliseconds     integer,
    error           text,
    answer          text check (char_length(answer) <= 1024),
    primary key (tenant_id, delivery_id),
    unique (tenant_id, event_id, endpoint_id),
    foreign key (tenant_id, endpoint_id) references work.webhook_endpoint on delete cascade,
    check ((state = 'pending') = (next_attempt_at is not null)),
    check ((lease is null) = (lease_until is null))
);

comment on column work.webhook_delivery.failures is 'attempts that failed since it was written or sent again by hand';
comment on column work.webhook_delivery.status is 'of the last answer, null where there was none';
comment on column work.webhook_delivery.error is 'why there was no answer';
comment on column work.webhook_delivery.lease is 'of the sender that tries it now; whoever finishes it must still have it';

create index webhook_delivery_by_age on work.webhook_delivery (tenant_id, endpoint_id, delivery_id);
create index webhook_delivery_due on work.webhook_delivery (next_attempt_at) where state = 'pending';

call event_log.wall('work.webhook_endpoint');
call event_log.wall('work.webhook_secret');
call event_log.wall('work.webhook_delivery');
grant select (tenant_id, customer_id, endpoint_id, url, types, description, created_at, state, disabled_reason)
    on work.webhook_endpoint to tallystick_reader;
grant select (tenant_id, customer_id, endpoint_id, delivery_id, event_id, type, created_at, state, attempts,
    next_attempt_at, attempted_at, status, duration_milliseconds, error, answer) on work.webhook_delivery to tallystick_reader;

-- Nobody is told what happened before there was anybody to tell it to.
set local role tallystick_app;
insert into work.log_group (name, position) select 'webhooks', coalesce(max(position), 0) from event_log.entry;
reset role;
