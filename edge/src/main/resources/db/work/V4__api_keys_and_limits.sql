-- Keys of partners and customers can be issued and revoked, and it shows when each was used last.

alter table work.api_key
    add column last_used_at timestamptz,
    add foreign key (tenant_id, customer_id) references work.customer,
    add check ((scope = 'customer') = (customer_id is not null));

-- Ingest asks under the position lock whether keys still hold.
create unique index api_key_active on work.api_key (key_id) where revoked_at is null;

create index api_key_of_customer on work.api_key (tenant_id, customer_id) where revoked_at is null;

comment on column work.api_key.last_used_at is 'to the minute, and no fact: it is lost with this table';

-- How fast a customer's keys may ask. A key's look-up reads it with the key.
alter table work.customer
    add column settings_version        bigint  not null default 0,
    add column api_tier                text    not null default 'standard' check (api_tier in ('standard', 'premium', 'enterprise')),
    add column api_requests_per_minute integer check (api_requests_per_minute > 0),
    add check ((api_tier = 'enterprise') = (api_requests_per_minute is not null));

-- What is left of each budget. Losing it in a crash costs nobody more than a new minute, so it is not logged.
create unlogged table work.api_budget (
    id        text  not null primary key,
    tenant_id uuid  not null generated always as (split_part(id, '/', 1)::uuid) stored,
    state     bytea
) with (fillfactor = 50);

comment on column work.api_budget.id is 'tenant, customer and what is counted, with slashes between';
comment on column work.api_budget.state is 'as Bucket4j writes it';
