-- Projections. Everything here can be dropped and rebuilt from the log.

-- Axon's token store: how far each projection has read, committed with its rows.
create table read_model.token_entry (
    processor_name text    not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    timestamp      text,
    owner          text,
    primary key (processor_name, segment)
);

-- A projection's token is there before any node starts: nodes that start together would race to insert it. Without a token it begins at the first entry.
insert into read_model.token_entry (processor_name, segment, timestamp)
values ('directory', 0, '1970-01-01T00:00:00Z'), ('usage', 0, '1970-01-01T00:00:00Z');

create table read_model.partner (
    tenant_id  uuid        not null primary key,
    key        text        not null unique,
    name       text        not null,
    created_at timestamptz not null
);

create table read_model.customer (
    tenant_id   uuid        not null,
    customer_id uuid        not null,
    key         text        not null,
    name        text        not null,
    time_zone   text        not null,
    currency    text        not null,
    country     text        not null,
    email       text,
    created_at  timestamptz not null,
    primary key (tenant_id, customer_id),
    unique (tenant_id, key)
);

-- Sums of every meter per quarter of an hour. Windows of any zone are sums of these.
create table read_model.usage_rollup (
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
    primary key (tenant_id, meter, customer_id, bucket, dimensions)
) with (fillfactor = 70);

comment on column read_model.usage_rollup.bucket is 'start of 15 minutes of UTC';
comment on column read_model.usage_rollup.dimensions is 'the meter''s groups; a missing or over-long value is null';
comment on column read_model.usage_rollup.minimum is 'of measured base units, like maximum and latest';
comment on column read_model.usage_rollup.billed is 'base units after the billing increment of each event';

-- A level (storage) cannot be summed per bucket: a late measurement changes every later level. Each step is kept; a level is read from them.
create table read_model.level_step (
    tenant_id   uuid        not null,
    meter       text        not null,
    customer_id uuid        not null,
    source      text        not null,
    occurred_at timestamptz not null,
    position    bigint      not null,
    ordinal     integer     not null,
    absolute    boolean     not null,
    base_units  numeric     not null,
    primary key (tenant_id, meter, customer_id, source, occurred_at, position, ordinal)
);

comment on column read_model.level_step.absolute is 'true: the level was measured; false: base_units are a change of it';
