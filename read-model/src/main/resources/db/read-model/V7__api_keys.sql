-- Keys as their owners see them. When one was used last is no fact and is not here.

create table read_model.api_key_all (
    generation  integer     not null,
    tenant_id   uuid        not null,
    key_id      uuid        not null,
    scope       text        not null,
    customer_id uuid,
    name        text        not null,
    prefix      text        not null,
    permissions text[]      not null,
    created_at  timestamptz not null,
    revoked_at  timestamptz,
    primary key (generation, tenant_id, key_id)
);

create index api_key_by_owner on read_model.api_key_all (generation, tenant_id, customer_id, key_id);

create view read_model.api_key with (security_invoker = true) as
select tenant_id, key_id, scope, customer_id, name, prefix, permissions, created_at, revoked_at
from read_model.api_key_all
where generation = (select generation from read_model.projection_generation where projection = 'api-keys' and state = 'live');
