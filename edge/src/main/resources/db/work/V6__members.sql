-- People of partners and customers. A person is found by the e-mail address before anybody knows the tenant, so it is
-- unique over all of them.
create table work.member (
    tenant_id     uuid    not null references work.partner,
    member_id     uuid    not null,
    customer_id   uuid,
    email         text    not null unique,
    name          text    not null,
    role          text    not null check (role in ('owner', 'admin', 'manager', 'viewer', 'publisher')),
    password_hash text    not null,
    sessions      integer not null default 0,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, customer_id) references work.customer
);

comment on column work.member.customer_id is 'null for people of the partner itself';
comment on column work.member.email is 'in the form in which addresses are compared';
comment on column work.member.sessions is 'a session that began under another number has ended';

create index member_of on work.member (tenant_id, customer_id);

create table work.invitation (
    tenant_id     uuid        not null references work.partner,
    invitation_id uuid        not null,
    customer_id   uuid,
    email         text        not null,
    role          text        not null check (role in ('owner', 'admin', 'manager', 'viewer', 'publisher')),
    token_hash    bytea       not null unique,
    expires_at    timestamptz not null,
    state         text        not null default 'open' check (state in ('open', 'accepted', 'revoked')),
    primary key (tenant_id, invitation_id),
    foreign key (tenant_id, customer_id) references work.customer
);

create index invitation_open on work.invitation (tenant_id, customer_id) where state = 'open';

-- Mails, written down with what caused them. One cause sends one person one mail of a kind.
create table work.outbox (
    tenant_id   uuid        not null references work.partner,
    mail_id     uuid        not null,
    customer_id uuid,
    cause_id    uuid        not null,
    kind        text        not null,
    recipient   text        not null,
    subject     text        not null,
    body        text,
    state       text        not null default 'kept' check (state in ('kept')),
    created_at  timestamptz not null,
    secret_until timestamptz not null,
    primary key (tenant_id, mail_id),
    unique (tenant_id, cause_id, kind, recipient),
    foreign key (tenant_id, customer_id) references work.customer
);

comment on column work.outbox.body is 'null once the secret in it is of no more use';

create index outbox_secret on work.outbox (secret_until) where body is not null;

-- Failed attempts to sign in: of an account from a source, and with an empty source from all of them. It is counted before
-- anybody knows whether there is such an account, so there is no tenant. Losing it costs nobody more than new guesses.
create unlogged table work.login_attempt (
    account  bytea       not null,
    source   text        not null,
    failures integer     not null,
    retry_at timestamptz not null,
    last_at  timestamptz not null,
    primary key (account, source)
) with (fillfactor = 70);

comment on column work.login_attempt.account is 'a hash of what was typed';

create index login_attempt_last on work.login_attempt (last_at);

-- Whether a customer has people of its own, and how many at most. Invitations and sign-ins ask.
alter table work.customer
    add column team_enabled boolean not null default true,
    add column team_max     integer check (team_max >= 0);

comment on column work.customer.team_max is 'members and open invitations together; null for no limit';

-- Hashes and links are not for readers.
call event_log.wall('work.member');
call event_log.wall('work.invitation');
call event_log.wall('work.outbox');
