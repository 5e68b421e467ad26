-- People whom customers serve. They are found by the link of their invitation before anybody knows the tenant, and sign
-- in with nothing else.
create table work.client (
    tenant_id     uuid        not null,
    customer_id   uuid        not null,
    client_id     uuid        not null,
    name          text        not null,
    email         text        not null,
    external_id   text,
    phone         text,
    created_at    timestamptz not null,
    invitation_id uuid,
    invited_at    timestamptz,
    token_hash    bytea unique,
    expires_at    timestamptz,
    accepted_at   timestamptz,
    archived_at   timestamptz,
    primary key (tenant_id, client_id),
    foreign key (tenant_id, customer_id) references work.customer
);

comment on column work.client.email is 'in the form in which addresses are compared';
comment on column work.client.phone is 'as E.164 writes it';
comment on column work.client.invitation_id is 'the last one, null for who never was invited';
comment on column work.client.token_hash is 'of the link of the last invitation, null where there is none that holds';

-- Whoever is archived leaves address and external id to others.
create unique index client_email on work.client (tenant_id, customer_id, email) where archived_at is null;
create unique index client_external_id on work.client (tenant_id, customer_id, external_id) where archived_at is null;
create unique index client_by_age on work.client (tenant_id, customer_id, client_id);

-- An address that was invited once is not invited again by itself, also where its client is created anew.
create index client_invited on work.client (tenant_id, customer_id, email) where invited_at is not null;

call event_log.wall('work.client');
grant select (tenant_id, customer_id, client_id, name, email, external_id, phone, created_at, invited_at, expires_at,
    accepted_at, archived_at) on work.client to tallystick_reader;

-- A link that opens a part of a customer's portal somewhere else, and the one session that it may become.
create table work.embed_url (
    tenant_id       uuid        not null,
    customer_id     uuid        not null,
    embed_url_id    uuid        not null,
    kind            text        not null check (kind in ('widget', 'iframe', 'other')),
    label           text        not null,
    scopes          text[]      not null,
    origins         text[]      not null,
    created_at      timestamptz not null,
    link_hash       bytea       not null unique,
    expires_at      timestamptz not null,
    session_seconds integer     not null check (session_seconds between 60 and 43200),
    session_hash    bytea unique,
    opened_at       timestamptz,
    session_ends_at timestamptz,
    revoked_at      timestamptz,
    primary key (tenant_id, embed_url_id),
    foreign key (tenant_id, customer_id) references work.customer,
    check (expires_at <= created_at + interval '15 minutes'),
    check (session_ends_at <= opened_at + interval '12 hours')
);

comment on column work.embed_url.link_hash is 'of the secret of the link, which is shown once';
comment on column work.embed_url.session_hash is 'of the secret of the session, null until the link was opened';

create unique index embed_url_by_age on work.embed_url (tenant_id, customer_id, embed_url_id);

call event_log.wall('work.embed_url');
grant select (tenant_id, customer_id, embed_url_id, kind, label, scopes, origins, created_at, expires_at,
    session_seconds, opened_at, session_ends_at, revoked_at) on work.embed_url to tallystick_reader;
