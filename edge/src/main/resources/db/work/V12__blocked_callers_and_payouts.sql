-- Whom customers do not let through. It is asked before a call is connected, so it is here and not in a projection.

create table work.blocked_caller (
    tenant_id   uuid        not null,
    customer_id uuid        not null,
    number      text        not null,
    block_id    uuid        not null,
    blocked_at  timestamptz not null,
    primary key (tenant_id, customer_id, number),
    foreign key (tenant_id, customer_id) references work.customer
);

create unique index blocked_caller_by_age on work.blocked_caller (tenant_id, customer_id, block_id);

comment on column work.blocked_caller.number is 'as E.164 writes it';

call event_log.wall('work.blocked_caller');
grant select on work.blocked_caller to tallystick_reader;

-- Where people are paid. It is theirs once they have shown that they read what is sent there, as the address that they
-- sign in with.
alter table work.email_change add column purpose text not null default 'sign_in' check (purpose in ('sign_in', 'payout'));
alter table work.email_change alter column purpose drop default;
alter table work.email_change drop constraint email_change_pkey;
alter table work.email_change add primary key (tenant_id, member_id, purpose);

create table work.payout_address (
    tenant_id    uuid        not null,
    customer_id  uuid        not null,
    member_id    uuid        not null,
    email        text        not null,
    confirmed_at timestamptz not null,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references work.member on delete cascade,
    foreign key (tenant_id, customer_id) references work.customer
);

create index payout_address_by_customer on work.payout_address (tenant_id, customer_id, member_id);

call event_log.wall('work.payout_address');
grant select on work.payout_address to tallystick_reader;
