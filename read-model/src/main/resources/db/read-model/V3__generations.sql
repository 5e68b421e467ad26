-- A projection is rebuilt beside its live tables: its rows and its tokens belong to a generation, and readers see the live one only. Rows of before belong to none; they are read from the log again.

drop table read_model.partner, read_model.customer, read_model.usage_rollup, read_model.level_step;
delete from read_model.token_entry where processor_name in ('directory', 'usage');

create table read_model.projection_generation (
    projection     text        not null,
    generation     integer     not null check (generation > 0),
    state          text        not null check (state in ('building', 'live', 'retired', 'discarded')),
    processor_name text        not null generated always as (projection || '@' || generation::text) stored,
    started_at     timestamptz not null default now(),
    ended_at       timestamptz,
    primary key (projection, generation),
    unique (processor_name)
);

-- Two requests for a rebuild, or two nodes that swap, meet here.
create unique index projection_generation_live on read_model.projection_generation (projection) where state = 'live';
create unique index projection_generation_building on read_model.projection_generation (projection) where state = 'building';

comment on table read_model.projection_generation is 'rows stay, so that a number is never used twice: a node that still runs an old generation would go on in the new one';
comment on column read_model.projection_generation.state is 'retired: nobody reads it and its rows are being deleted; discarded: they are gone';
comment on column read_model.projection_generation.processor_name is 'whose tokens are in token_entry';

-- Where each segment is, as its own transactions committed it. A projection is where its slowest segment is.
create view read_model.projection_segment with (security_invoker = true) as
select g.projection,
       g.generation,
       g.state,
       t.segment,
       coalesce((convert_from(t.token, 'UTF8')::jsonb ->> 'globalIndex')::bigint, 0) as position,
       t.owner,
       t.timestamp::timestamptz as claimed_at
from read_model.projection_generation g
join read_model.token_entry t using (processor_name);

create table read_model.partner_all (
    generation integer     not null,
    tenant_id  uuid        not null,
    key        text        not null,
    name       text        not null,
    created_at timestamptz not null,
    primary key (generation, tenant_id),
    unique (generation, key)
);

create view read_model.partner with (security_invoker = true) as
select tenant_id, key, name, created_at
from read_model.partner_all
where generation = (select generation from read_model.projection_generation where projection = 'directory' and state = 'live');

create table read_model.customer_all (
    generation  integer     not null,
    tenant_id   uuid        not null,
    customer_id uuid        not null,
    key         text        not null,
    name        text        not null,
    time_zone   text        not null,
    currency    text        not null,
    country     text        not null,
    email       text,
    created_at  timestamptz not null,
    primary key (generation, tenant_id, customer_id),
    unique (generation, tenant_id, key)
);

create view read_model.customer with (security_invoker = true) as
select tenant_id, customer_id, key, name, time_zone, currency, country, email, created_at
from read_model.customer_all
where generation = (select generation from read_model.projection_generation where projection = 'directory' and state = 'live');

-- Sums of every meter per quarter of an hour. Windows of any zone are sums of these.
create table read_model.usage_rollup_all (
    generation      integer     not null,
    tenant_id       uuid        not null,
    meter           text        not null,
    customer_id     uuid        not null,
    bucket          timestamptz not null,
    dimensions      jsonb       not null,
    events          bigint      not null,
    measured        numeric     not null,
    billed          numeric     not null,
    minimum         numeric     not null,
    maximum         numeric     not null,
    latest          numeric     not null,
    latest_at       timestamptz not null,
    latest_position bigint      not null,
    latest_ordinal  integer     not null,
    primary key (generation, tenant_id, meter, customer_id, bucket, dimensions)
) with (fillfactor = 70);

comment on column read_model.usage_rollup_all.bucket is 'start of 15 minutes of UTC';
comment on column read_model.usage_rollup_all.dimensions is 'the meter''s groups; a missing or over-long value is null';
comment on column read_model.usage_rollup_all.minimum is 'of measured base units, like maximum and latest';
comment on column read_model.usage_rollup_all.billed is 'base units after the billing increment of each event';

create view read_model.usage_rollup with (security_invoker = true) as
select tenant_id, meter, customer_id, bucket, dimensions, events, measured, billed, minimum, maximum, latest, latest_at, latest_position, latest_ordinal
from read_model.usage_rollup_all
where generation = (select generation from read_model.projection_generation where projection = 'usage' and state = 'live');

-- A level (storage) cannot be summed per bucket: a late measurement changes every later level. Each step is kept; a level is read from them.
create table read_model.level_step_all (
    generation  integer     not null,
    tenant_id   uuid        not null,
    meter       text        not null,
    customer_id uuid        not null,
    source      text        not null,
    occurred_at timestamptz not null,
    position    bigint      not null,
    ordinal     integer     not null,
    absolute    boolean     not null,
    base_units  numeric     not null,
    primary key (generation, tenant_id, meter, customer_id, source, occurred_at, position, ordinal)
);

comment on column read_model.level_step_all.absolute is 'true: the level was measured; false: base_units are a change of it';

create view read_model.level_step with (security_invoker = true) as
select tenant_id, meter, customer_id, source, occurred_at, position, ordinal, absolute, base_units
from read_model.level_step_all
where generation = (select generation from read_model.projection_generation where projection = 'usage' and state = 'live');
