-- The people of partners and customers, and who was invited. Whether an invitation has expired is a question of the time
-- at which one asks.

create table read_model.member_all (
    generation  integer     not null,
    tenant_id   uuid        not null,
    member_id   uuid        not null,
    customer_id uuid,
    email       text        not null,
    name        text        not null,
    role        text        not null,
    created_at  timestamptz not null,
    primary key (generation, tenant_id, member_id)
);

create index member_by_owner on read_model.member_all (generation, tenant_id, customer_id, member_id);

create view read_model.member with (security_invoker = true) as
select tenant_id, member_id, customer_id, email, name, role, created_at
from read_model.member_all
where generation = (select generation from read_model.projection_generation where projection = 'members' and state = 'live');

create table read_model.invitation_all (
    generation    integer     not null,
    tenant_id     uuid        not null,
    invitation_id uuid        not null,
    customer_id   uuid,
    email         text        not null,
    role          text        not null,
    state         text        not null,
    created_at    timestamptz not null,
    expires_at    timestamptz not null,
    primary key (generation, tenant_id, invitation_id)
);

create index invitation_by_owner on read_model.invitation_all (generation, tenant_id, customer_id, invitation_id);

create view read_model.invitation with (security_invoker = true) as
select tenant_id, invitation_id, customer_id, email, role, state, created_at, expires_at
from read_model.invitation_all
where generation = (select generation from read_model.projection_generation where projection = 'members' and state = 'live');

call event_log.wall('read_model.member_all');
call event_log.wall('read_model.invitation_all');
grant select on read_model.member_all, read_model.member, read_model.invitation_all, read_model.invitation
    to tallystick_reader;
