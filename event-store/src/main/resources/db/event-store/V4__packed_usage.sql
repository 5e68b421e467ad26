-- Usage is kept packed: the rows of one customer and one day in one commit are one row here, and what must be
-- unique is a narrow table of its own.

do $$
begin
    if exists (select from event_log.usage) then
        raise exception 'This log was written before usage was packed, by a version that was never released. Start with an empty database.';
    end if;
end
$$;

drop table event_log.usage;

-- A chunk is numbered before it is written and gets its position last. Numbers of failed commits are gaps.
create sequence event_log.chunk_number;

alter table event_log.entry add column shard_rows integer[];

comment on column event_log.entry.shard_rows is 'of a chunk: how many of its rows are in each shard of customers';

create table event_log.usage_slice (
    chunk       bigint      not null,
    shard       smallint    not null,
    slice       integer     not null,
    tenant_id   uuid        not null,
    customer_id uuid        not null,
    first_at    timestamptz not null,
    last_at     timestamptz not null,
    row_count   integer     not null,
    encoding    smallint    not null,
    rows        bytea       not null,
    primary key (chunk, shard, slice)
);

-- What is in it is compressed already.
alter table event_log.usage_slice alter column rows set storage external;

-- The event explorer, minute windows, corrections and the explanation of a number look here. A slice never
-- leaves one day of UTC, so a range of time is found by one end of it.
create index usage_slice_by_customer on event_log.usage_slice (tenant_id, customer_id, last_at);

comment on column event_log.usage_slice.encoding is '1: packed rows, Zstandard with dictionary 1';

-- Idempotency keys in windows of the time of ingest. A closed window never changes, so that a filter in memory can
-- answer for it; the index is only ever written where the open window is, and its pages stay in memory.
create table event_log.key_window (
    number       integer     not null primary key,
    opened_at    timestamptz not null default clock_timestamp(),
    opened_after bigint      not null
);

insert into event_log.key_window (number, opened_after) values (1, 0);

create table event_log.usage_key (
    key_window integer not null,
    key        uuid    not null,
    content    bigint  not null,
    chunk      bigint  not null,
    ordinal    integer not null,
    primary key (key_window, key)
);

comment on table event_log.key_window is 'the highest is open; opened_after: the position before its first chunk';
comment on column event_log.usage_key.key is 'first 16 bytes of SHA-256 over length-prefixed tenant, customer, source, id';
comment on column event_log.usage_key.content is 'first 8 bytes of SHA-256 over what was sent; tells a retry from a conflict';

-- A filter is made of a closed window and can be made again at any time.
create table event_log.key_filter (
    key_window integer not null primary key references event_log.key_window (number),
    keys       bigint  not null,
    bits       bytea   not null,
    checksum   bytea   not null
);

alter table event_log.key_filter alter column bits set storage external;

grant usage on sequence event_log.chunk_number to tallystick_app;
grant select, insert on event_log.usage_slice, event_log.usage_key, event_log.key_window to tallystick_app;
grant select, insert, delete on event_log.key_filter to tallystick_app;
