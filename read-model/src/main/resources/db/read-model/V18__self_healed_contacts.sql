-- What tells of the numbers of contacts, and what it comes to. Whether a number is healed goes by when things happened,
-- whatever order they arrive in: so what tells of it is kept, and rows are worked out anew from it.

create table read_model.contact_evidence_all (
    generation  integer     not null,
    tenant_id   uuid        not null,
    customer_id uuid        not null,
    kind        text        not null,
    contact_id  text        not null,
    number      text        not null,
    occurred_at timestamptz not null,
    position    bigint      not null,
    ordinal     integer     not null,
    external_id text,
    old_number  text,
    primary key (generation, tenant_id, customer_id, kind, contact_id, number, occurred_at, position, ordinal)
);

comment on column read_model.contact_evidence_all.kind is 'enriched, confirmed, flagged or unflagged';

create view read_model.contact_evidence with (security_invoker = true) as
select tenant_id, customer_id, kind, contact_id, number, occurred_at, position, ordinal, external_id, old_number
from read_model.contact_evidence_all
where generation = (select generation from read_model.projection_generation where projection = 'self-healed-contacts' and state = 'live');

create table read_model.self_healed_contact_all (
    generation   integer     not null,
    tenant_id    uuid        not null,
    customer_id  uuid        not null,
    contact_id   text        not null,
    new_number   text        not null,
    external_id  text,
    old_number   text,
    enriched_at  timestamptz not null,
    confirmed_at timestamptz not null,
    flagged_at   timestamptz,
    position     bigint      not null,
    primary key (generation, tenant_id, customer_id, contact_id, new_number)
);

comment on column read_model.self_healed_contact_all.position is 'of the entry that made the row what it is';
comment on column read_model.self_healed_contact_all.flagged_at is 'since when the number is known to be wrong; null while it is healed';

create index self_healed_contact_by_confirmation
    on read_model.self_healed_contact_all (generation, tenant_id, customer_id, confirmed_at, contact_id, new_number);

create view read_model.self_healed_contact with (security_invoker = true) as
select tenant_id, customer_id, contact_id, new_number, external_id, old_number, enriched_at, confirmed_at, flagged_at, position
from read_model.self_healed_contact_all
where generation = (select generation from read_model.projection_generation where projection = 'self-healed-contacts' and state = 'live');

-- Every state that a row ever had, from the entry on that made it. A row that is no more has no times.
create table read_model.self_healed_version_all (
    generation   integer     not null,
    tenant_id    uuid        not null,
    customer_id  uuid        not null,
    contact_id   text        not null,
    new_number   text        not null,
    position     bigint      not null,
    external_id  text,
    old_number   text,
    enriched_at  timestamptz,
    confirmed_at timestamptz,
    flagged_at   timestamptz,
    primary key (generation, tenant_id, customer_id, contact_id, new_number, position)
);

create view read_model.self_healed_version with (security_invoker = true) as
select tenant_id, customer_id, contact_id, new_number, position, external_id, old_number, enriched_at, confirmed_at, flagged_at
from read_model.self_healed_version_all
where generation = (select generation from read_model.projection_generation where projection = 'self-healed-contacts' and state = 'live');

-- What tells of a contact and could not be used, so that its neighbours could.
create table read_model.contact_dead_letter_all (
    generation  integer not null,
    position    bigint  not null,
    ordinal     integer not null,
    tenant_id   uuid    not null,
    customer_id uuid    not null,
    type        text    not null,
    reason      text    not null,
    primary key (generation, position, ordinal)
);

create view read_model.contact_dead_letter with (security_invoker = true) as
select position, ordinal, tenant_id, customer_id, type, reason
from read_model.contact_dead_letter_all
where generation = (select generation from read_model.projection_generation where projection = 'self-healed-contacts' and state = 'live');

call event_log.wall('read_model.contact_evidence_all');
call event_log.wall('read_model.self_healed_contact_all');
call event_log.wall('read_model.self_healed_version_all');
call event_log.wall('read_model.contact_dead_letter_all');
grant select on read_model.contact_evidence_all, read_model.contact_evidence,
    read_model.self_healed_contact_all, read_model.self_healed_contact,
    read_model.self_healed_version_all, read_model.self_healed_version,
    read_model.contact_dead_letter_all, read_model.contact_dead_letter to tallystick_reader;

-- Whoever runs the installation mends what could not be used, of all tenants.
create policy installation on read_model.contact_dead_letter_all for select to tallystick_reader
    using ((select current_setting('tallystick.installation', true)) = 'on');
