-- How partners and customers look. Their logos, as they were encoded anew, are kept here and not in the log.
create table work.logo (
    tenant_id   uuid  not null,
    customer_id uuid,
    png         bytea not null check (octet_length(png) <= 524288),
    sha256      text  not null,
    unique nulls not distinct (tenant_id, customer_id),
    foreign key (tenant_id) references work.partner,
    foreign key (tenant_id, customer_id) references work.customer
);

comment on column work.logo.customer_id is 'null for the partner''s own';
comment on column work.logo.sha256 is 'of the picture, in hexadecimal; the branding and its fact have it too';

-- A customer without a logo shows its partner's, so that its people see both.
call event_log.wall('work.logo');
create policy of_partner on work.logo for select to tallystick_reader using (
    customer_id is null and tenant_id = (select nullif(current_setting('tallystick.tenant', true), '')::uuid));
grant select on work.logo to tallystick_reader;

-- What is set for partners, a row for each section that somebody changed.
create table work.partner_section (
    tenant_id uuid  not null,
    section   text  not null,
    fields    jsonb not null,
    primary key (tenant_id, section),
    foreign key (tenant_id) references work.partner
);

call event_log.wall('work.partner_section');
grant select on work.partner_section to tallystick_reader;
grant select (tenant_id, settings_version) on work.partner to tallystick_reader;

-- Whom a mail says that it comes from.
alter table work.outbox
    add column from_name    text,
    add column from_address text;

comment on column work.outbox.from_name is 'null in mails from before there was one';
comment on column work.outbox.from_address is 'null where the installation''s own is meant';

grant select (from_name, from_address) on work.outbox to tallystick_reader;
