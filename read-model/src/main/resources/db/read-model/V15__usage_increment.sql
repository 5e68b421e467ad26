-- The billing increments that customers were given instead of a meter's own, as the projection of usage bills by them.
-- What was set before there was this table holds for usage once the projection is rebuilt.

create table read_model.usage_increment_all (
    generation      integer     not null,
    tenant_id       uuid        not null,
    customer_id     uuid        not null,
    position        bigint      not null,
    set_at          timestamptz not null,
    initial_seconds integer     not null,
    step_seconds    integer     not null,
    shard           smallint    not null,
    primary key (generation, tenant_id, customer_id, position)
);

comment on column read_model.usage_increment_all.shard is 'as of usage slices: one segment writes all of a shard';

create index usage_increment_by_shard on read_model.usage_increment_all (generation, shard, position);

create view read_model.usage_increment with (security_invoker = true) as
select tenant_id, customer_id, position, set_at, initial_seconds, step_seconds
from read_model.usage_increment_all
where generation = (select generation from read_model.projection_generation where projection = 'usage' and state = 'live');

call event_log.wall('read_model.usage_increment_all');
grant select on read_model.usage_increment_all, read_model.usage_increment to tallystick_reader;
