-- A row of usage that could not be counted, so that its neighbours could.

create table read_model.usage_dead_letter_all (
    generation  integer not null,
    position    bigint  not null,
    ordinal     integer not null,
    tenant_id   uuid    not null,
    customer_id uuid    not null,
    type        text    not null,
    reason      text    not null,
    primary key (generation, position, ordinal)
);

create view read_model.usage_dead_letter with (security_invoker = true) as
select position, ordinal, tenant_id, customer_id, type, reason
from read_model.usage_dead_letter_all
where generation = (select generation from read_model.projection_generation where projection = 'usage' and state = 'live');
