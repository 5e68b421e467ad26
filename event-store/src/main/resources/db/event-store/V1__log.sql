-- The log: one order for facts and usage. Nothing here is ever updated or deleted.

create table event_log.entry (
    position    bigint      not null primary key,
    kind        text        not null check (kind in ('fact', 'usage_chunk', 'access_chunk')),
    id          text        not null unique,
    type        text        not null,
    revision    text,
    tenant_id   uuid,
    stream_type text,
    stream      text,
    sequence    bigint,
    payload     bytea,
    metadata    bytea       not null,
    encoding    smallint    not null default 0,
    message_at  timestamptz not null,
    recorded_at timestamptz not null default clock_timestamp(),
    row_count   integer     not null default 0,
    unique (stream, sequence),
    check ((kind = 'fact') = (payload is not null))
);

-- Axon asks for a position by time.
create index entry_message_at on event_log.entry (message_at);

comment on column event_log.entry.position is 'gap-free; order of positions is order of commits';
comment on column event_log.entry.tenant_id is 'null for chunks: their rows name it';
comment on column event_log.entry.encoding is '0 plain, 1 compressed, 2 sealed';

-- One row per usage event; the rows of one commit belong to one chunk entry.
create table event_log.usage (
    chunk_id        uuid        not null,
    ordinal         integer     not null,
    tenant_id       uuid        not null,
    customer_id     uuid        not null,
    type            text        not null,
    id              text        not null,
    source          text        not null,
    occurred_at     timestamptz not null,
    measure         numeric,
    data            bytea,
    encoding        smallint    not null default 0,
    idempotency_key bytea       not null unique,
    content_hash    bytea       not null,
    primary key (chunk_id, ordinal)
);

-- The event explorer, minute windows, corrections and the explanation of a number look here.
create index usage_by_customer on event_log.usage (tenant_id, customer_id, occurred_at);

comment on column event_log.usage.idempotency_key is 'first 16 bytes of SHA-256 over length-prefixed tenant, customer, source, id';
comment on column event_log.usage.content_hash is 'first 16 bytes of SHA-256 over what was sent; tells a retry from a conflict';
comment on column event_log.usage.measure is 'base units of the type: seconds, segments, recipients, bytes; null for free types';

-- Keys are random and rows never change: an index page that is nearly full would split at once.
alter index event_log.usage_idempotency_key_key set (fillfactor = 80);

-- A snapshot is a cache of an aggregate: it may be dropped at any time.
create table event_log.snapshot (
    stream      text        not null,
    sequence    bigint      not null,
    stream_type text        not null,
    id          text        not null unique,
    type        text        not null,
    revision    text,
    payload     bytea       not null,
    metadata    bytea       not null,
    message_at  timestamptz not null,
    primary key (stream, sequence)
);
