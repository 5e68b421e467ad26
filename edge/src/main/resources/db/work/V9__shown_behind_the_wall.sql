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
