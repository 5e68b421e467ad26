-- The system log has entries of access records, each of which stands for many requests: how many, since when, and which
-- of them. And since they are many, each filter of a customer's log needs an order of its own, as those of a partner's
-- have: behind the customer alone, a page would walk past thousands of reads to find a change.

alter table read_model.system_log_all
    add column requests    bigint not null default 1,
    add column first_at    timestamptz,
    add column request_ids text[];

comment on column read_model.system_log_all.requests is 'how many the entry stands for; a fact is one';
comment on column read_model.system_log_all.first_at is 'of the first of them, occurred_at being of the last; null for a fact';
comment on column read_model.system_log_all.request_ids is 'of the last few of them, the latest last; null for a fact';

create index system_log_by_customer_and_type on read_model.system_log_all
    (generation, tenant_id, customer_id, type, occurred_at, position, ordinal);
create index system_log_by_customer_and_actor on read_model.system_log_all
    (generation, tenant_id, customer_id, actor_id, occurred_at, position, ordinal);
create index system_log_by_customer_and_target on read_model.system_log_all
    (generation, tenant_id, customer_id, target_id, occurred_at, position, ordinal);

create or replace view read_model.system_log with (security_invoker = true) as
select tenant_id, position, ordinal, customer_id, type, action, occurred_at, actor_type, actor_id, actor_label,
       actor_customer_id, target_type, target_id, target_label, outcome, summary, before, after, key_id, request_id, ip,
       user_agent, requests, first_at, request_ids
from read_model.system_log_all
where generation = (select generation from read_model.projection_generation where projection = 'system-log' and state = 'live');
