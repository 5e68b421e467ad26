-- What becomes of a mail. Those that are there already stay kept: a mail server that is named later sends none of them.
alter table work.outbox
    drop constraint outbox_state_check,
    add constraint outbox_state_check check (state in ('kept', 'waiting', 'sent', 'failed', 'withdrawn')),
    add column brand_name  text,
    add column brand_color text,
    add column logo        text,
    add column attempts    integer not null default 0 check (attempts >= 0),
    add column next_at     timestamptz,
    add column sent_at     timestamptz,
    add column last_error  text check (length(last_error) <= 200),
    add constraint outbox_waits check ((state = 'waiting') = (next_at is not null)),
    add constraint outbox_sent check ((state = 'sent') = (sent_at is not null));

comment on column work.outbox.state is 'kept is sent by nobody, withdrawn ended before it was sent';
comment on column work.outbox.brand_name is 'null in mails from before there was one';
comment on column work.outbox.logo is 'the SHA-256 of the picture; null where there is none';
comment on column work.outbox.attempts is 'that were begun; the number of the last one settles what it did';
comment on column work.outbox.next_at is 'when it may be tried next, by the clock of the database; while it is tried, the end of the lease';
comment on column work.outbox.last_error is 'of the last attempt that failed, without what the mail says';

-- What is due, and what operators list: all of it, or of one state, the newest first.
create index outbox_due on work.outbox (next_at) where state = 'waiting';
create index outbox_by_age on work.outbox (mail_id);
create index outbox_by_state on work.outbox (state, mail_id);

grant select (kind, attempts, next_at, sent_at, last_error) on work.outbox to tallystick_reader;

-- Whoever runs the installation sees what could not be delivered, of all tenants.
create policy installation on work.outbox for select to tallystick_reader
    using ((select current_setting('tallystick.installation', true)) = 'on');
