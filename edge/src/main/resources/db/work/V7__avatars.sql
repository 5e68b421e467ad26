-- The pictures of members, as they were encoded anew. They go with their member.
create table work.avatar (
    tenant_id  uuid        not null,
    member_id  uuid        not null,
    png        bytea       not null check (octet_length(png) <= 524288),
    sha256     text        not null,
    changed_at timestamptz not null,
    primary key (tenant_id, member_id),
    foreign key (tenant_id, member_id) references work.member on delete cascade
);

comment on column work.avatar.sha256 is 'of the picture, in hexadecimal; the fact has it too';

-- Everybody is shown the own picture only, by a look-up: nothing for readers.
call event_log.wall('work.avatar');
