-- AI credits: a ledger that follows the log in its order, and holds that commands write beside it.

-- How far the groups are that follow the log with tables of this schema. One node at a time works on a group.
create table work.log_group (
    name     text   not null primary key,
    position bigint not null default 0
);

insert into work.log_group (name) values ('credits'), ('credit-mails');

-- A row for each customer from the start, so that there is always something to lock.
create table work.credit_wallet (
    tenant_id    uuid        not null,
    customer_id  uuid        not null,
    settled      numeric     not null default 0 check (settled >= 0),
    overage      numeric     not null default 0 check (overage >= 0),
    ever_held    boolean     not null default false,
    exhausted_at timestamptz,
    position     bigint      not null default 0,
    primary key (tenant_id, customer_id),
    foreign key (tenant_id, customer_id) references work.customer
);

comment on column work.credit_wallet.settled is 'what is left of all active lots';
comment on column work.credit_wallet.overage is 'what usage cost beyond the balance; the next top-up pays it first';
comment on column work.credit_wallet.exhausted_at is 'since when nothing is left, null where something is or never was';
comment on column work.credit_wallet.position is 'of the last entry that changed it';

insert into work.credit_wallet (tenant_id, customer_id) select tenant_id, customer_id from work.customer;

create table work.credit_lot (
    tenant_id    uuid        not null,
    customer_id  uuid        not null,
    lot_id       uuid        not null,
    kind         text        not null,
    priority     integer     not null,
    effective_at timestamptz not null,
    expires_at   timestamptz,
    note         text,
    amount       numeric     not null check (amount > 0),
    remaining    numeric     not null check (remaining >= 0),
    expired      numeric     not null check (expired >= 0),
    state        text        not null check (state in ('scheduled', 'active', 'expired')),
    position     bigint      not null,
    primary key (tenant_id, customer_id, lot_id),
    foreign key (tenant_id, customer_id) references work.credit_wallet,
    check (remaining + expired <= amount)
);

create index credit_lot_left on work.credit_lot (tenant_id, customer_id) where remaining > 0;
create index credit_lot_begins on work.credit_lot (effective_at) where state = 'scheduled';
create index credit_lot_ends on work.credit_lot (expires_at) where state <> 'expired' and expires_at is not null;

comment on column work.credit_lot.expired is 'what was left when it expired; used is what neither remains nor expired';
comment on column work.credit_lot.position is 'of the grant';

-- What was booked. The amounts of a customer add up to what is settled, and the overages to its overage.
create table work.credit_transaction (
    tenant_id     uuid        not null,
    customer_id   uuid        not null,
    position      bigint      not null,
    ordinal       integer     not null,
    kind          text        not null,
    recorded_at   timestamptz not null,
    amount        numeric     not null,
    overage       numeric     not null,
    settled_after numeric     not null,
    overage_after numeric     not null,
    meter         text,
    quantity      numeric,
    price         numeric,
    reference     text,
    note          text,
    draws         jsonb       not null,
    primary key (tenant_id, customer_id, position, ordinal)
);

comment on column work.credit_transaction.position is 'of the entry that caused it';
comment on column work.credit_transaction.quantity is 'billed, in the unit that people see';
comment on column work.credit_transaction.draws is 'what each lot gained or lost by it';

-- The prices and increments that were set, with what is known from where on.
create table work.credit_price (
    tenant_id       uuid        not null,
    customer_id     uuid        not null,
    position        bigint      not null,
    since           timestamptz not null,
    enabled         boolean     not null,
    per_minute      numeric     not null,
    per_sms_segment numeric     not null,
    per_email       numeric     not null,
    primary key (tenant_id, customer_id, position)
);

create table work.credit_increment (
    tenant_id       uuid        not null,
    customer_id     uuid        not null,
    position        bigint      not null,
    since           timestamptz not null,
    initial_seconds integer     not null,
    step_seconds    integer     not null,
    primary key (tenant_id, customer_id, position)
);

create index credit_price_position on work.credit_price (position);
create index credit_increment_position on work.credit_increment (position);

-- Of which thresholds people are told, and whether the next crossing counts.
create table work.credit_alert (
    tenant_id   uuid    not null,
    customer_id uuid    not null,
    exhausted   boolean not null,
    threshold   numeric not null,
    armed       boolean not null,
    primary key (tenant_id, customer_id, exhausted, threshold),
    foreign key (tenant_id, customer_id) references work.credit_wallet
);

-- The crossings that there were.
create table work.credit_crossing (
    tenant_id   uuid        not null,
    customer_id uuid        not null,
    position    bigint      not null,
    exhausted   boolean     not null,
    threshold   numeric     not null,
    balance     numeric     not null,
    recorded_at timestamptz not null,
    primary key (tenant_id, customer_id, position),
    foreign key (tenant_id, customer_id) references work.credit_wallet
);

-- Calls for which credits were held, until hold and usage have met.
create table work.credit_call (
    tenant_id   uuid    not null,
    customer_id uuid    not null,
    call_id     text    not null,
    hold_id     uuid    not null,
    captured    numeric,
    overage     numeric not null,
    draws       jsonb   not null,
    used        boolean not null,
    primary key (tenant_id, customer_id, call_id),
    foreign key (tenant_id, customer_id) references work.credit_wallet
);

comment on column work.credit_call.captured is 'null as long as the hold is active';
comment on column work.credit_call.draws is 'what each lot paid for what was captured, and overage what none paid';
comment on column work.credit_call.used is 'whether the usage of the call came before its hold was captured';

-- Holds are decided behind the lock of the wallet. One that has expired ends by the clock of the database.
create table work.credit_hold (
    tenant_id   uuid        not null,
    customer_id uuid        not null,
    hold_id     uuid        not null,
    call_id     text        not null,
    amount      numeric     not null check (amount > 0),
    captured    numeric     check (captured >= 0 and captured <= amount),
    state       text        not null check (state in ('active', 'captured', 'released', 'expired')),
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    primary key (tenant_id, customer_id, hold_id),
    foreign key (tenant_id, customer_id) references work.credit_wallet,
    check ((state = 'captured') = (captured is not null))
);

create unique index credit_hold_call on work.credit_hold (tenant_id, customer_id, call_id)
    where state in ('active', 'captured');
create index credit_hold_active on work.credit_hold (tenant_id, customer_id, hold_id) where state = 'active';
create index credit_hold_ends on work.credit_hold (expires_at) where state = 'active';

-- What a command has taken and the ledger has not booked yet: it is in the log and counts as spent.
create table work.credit_pending (
    tenant_id   uuid    not null,
    customer_id uuid    not null,
    fact_id     uuid    not null,
    amount      numeric not null check (amount >= 0),
    primary key (tenant_id, customer_id, fact_id),
    foreign key (tenant_id, customer_id) references work.credit_wallet
);

create index credit_pending_fact on work.credit_pending (fact_id);

call event_log.wall('work.credit_wallet');
call event_log.wall('work.credit_lot');
call event_log.wall('work.credit_transaction');
call event_log.wall('work.credit_price');
call event_log.wall('work.credit_increment');
call event_log.wall('work.credit_alert');
call event_log.wall('work.credit_crossing');
call event_log.wall('work.credit_call');
call event_log.wall('work.credit_hold');
call event_log.wall('work.credit_pending');
grant select on work.credit_wallet, work.credit_lot, work.credit_transaction, work.credit_alert, work.credit_crossing,
    work.credit_hold, work.credit_pending, work.log_group to tallystick_reader;
