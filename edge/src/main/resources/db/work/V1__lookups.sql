-- What a command decided, readable by the very next request on every node. Written in the command's own transaction.

create table work.partner (
    tenant_id uuid not null primary key,
    key       text not null unique,
    name      text not null
);

insert into work.partner (tenant_id, key, name)
values ('01900000-0000-7000-8000-000000000001', 'default', 'Default partner');

create table work.customer (
    tenant_id   uuid not null references work.partner,
    customer_id uuid not null,
    key         text not null,
    time_zone   text not null,
    currency    text not null,
    country     text not null,
    primary key (tenant_id, customer_id),
    unique (tenant_id, key)
);

-- A key is found by its secret before anybody knows the tenant, so the hash is unique over all of them.
create table work.api_key (
    tenant_id   uuid        not null references work.partner,
    key_id      uuid        not null,
    scope       text        not null check (scope in ('operator', 'partner', 'customer')),
    customer_id uuid,
    name        text        not null,
    prefix      text        not null,
    secret_hash bytea       not null unique,
    permissions text[]      not null,
    revoked_at  timestamptz,
    primary key (tenant_id, key_id)
);

create table work.operator (
    tenant_id     uuid not null references work.partner,
    operator_id   uuid not null,
    login         text not null,
    password_hash text not null,
    primary key (tenant_id, operator_id),
    unique (tenant_id, login)
);
