-- What requests are shown of look-ups is read as tallystick_reader too: when keys were used last, one's own account and
-- picture, and mails. Column by column, because hashes of keys, passwords and links are in the same tables and are not
-- for readers.
grant select (tenant_id, customer_id, key_id, last_used_at) on work.api_key to tallystick_reader;
grant select (tenant_id, customer_id, member_id, email, name, role, sessions) on work.member to tallystick_reader;
grant select (tenant_id, customer_id, mail_id, recipient, subject, body, state, created_at, secret_until)
    on work.outbox to tallystick_reader;

-- A picture is its member's customer's, so that the wall holds it to the customer and not to the tenant only.
alter table work.avatar add column customer_id uuid;

set local role tallystick_app;
update work.avatar set customer_id = member.customer_id
from work.member
where member.tenant_id = avatar.tenant_id and member.member_id = avatar.member_id;
reset role;

alter table work.avatar add foreign key (tenant_id, customer_id) references work.customer;
comment on column work.avatar.customer_id is 'null for people of the partner itself';

drop policy product on work.avatar;
drop policy tenant on work.avatar;
call event_log.wall('work.avatar');
grant select (tenant_id, customer_id, member_id, png, sha256) on work.avatar to tallystick_reader;

-- An address that a member wants and has not shown to be its own. The link in the mail carries the secret, and there is
-- one at a time.
create table work.email_change (
    tenant_id   uuid        not null,
    member_id   uuid        not null,
    customer_id uuid,
    change_id   uuid        not null,
    email       text        not null,
    token_hash  bytea       not null unique,
    expires_at  timestamptz not null,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references work.member on delete cascade,
    foreign key (tenant_id, customer_id) references work.customer
);

comment on column work.email_change.email is 'in the form in which addresses are compared';

-- How often a member asked for another address is counted by the words that it was sent.
create index outbox_recipient on work.outbox (tenant_id, recipient, kind, created_at);

-- It is found by the link, before anybody knows the tenant: nothing for readers.
call event_log.wall('work.email_change');
