-- What is set for customers, a row for each section that somebody changed. What a request needs to know before it can
-- be judged stands beside the customer as well.

create table work.customer_section (
    tenant_id   uuid  not null,
    customer_id uuid  not null,
    section     text  not null,
    fields      jsonb not null,
    primary key (tenant_id, customer_id, section),
    foreign key (tenant_id, customer_id) references work.customer
);

call event_log.wall('work.customer_section');
grant select on work.customer_section to tallystick_reader;

alter table work.customer
    add column email        text,
    add column api_access   boolean not null default true,
    add column portal_ended boolean not null default false;

comment on column work.customer.email is 'where people write to; whether it may have a portal depends on it';
comment on column work.customer.api_access is 'whether keys of the customer work';
comment on column work.customer.portal_ended is 'the portal was switched off; one that never was on keeps nobody out';

-- A partner's storage, and the parts of it that customers have.
alter table work.partner
    add column settings_version bigint not null default 0,
    add column storage_mb       bigint not null default 0 check (storage_mb >= 0);
alter table work.customer add column storage_mb bigint not null default 0 check (storage_mb >= 0);

create index customer_storage on work.customer (tenant_id) include (storage_mb) where storage_mb > 0;

comment on column work.customer.storage_mb is 'what is allocated to it of its partner''s, in megabytes of 10^6 bytes';

-- Sections that were changed before there was this table, and addresses, which only the log has.
set local role tallystick_app;

insert into work.customer_section (tenant_id, customer_id, section, fields)
select tenant_id, customer_id, 'apiLimits',
       jsonb_build_object('tier', api_tier, 'requestsPerMinute', api_requests_per_minute)
from work.customer where settings_version > 0;

insert into work.customer_section (tenant_id, customer_id, section, fields)
select tenant_id, customer_id, 'team', jsonb_build_object('enabled', team_enabled, 'max', team_max)
from work.customer where settings_version > 0;

update work.customer set email = known.email
from (
    select distinct on (fact ->> 'customerId')
           (fact ->> 'customerId')::uuid as customer_id, fact #>> '{details,email}' as email
    from (
        select position, convert_from(payload, 'UTF8')::jsonb as fact
        from event_log.entry
        where type in ('access.CustomerCreated', 'access.CustomerDetailsChanged')
    ) as facts
    order by fact ->> 'customerId', position desc
) as known
where known.customer_id = customer.customer_id;

reset role;
