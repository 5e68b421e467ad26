-- The wall between tenants. Who reads for a request does it as tallystick_reader, which may write nothing and sees
-- the rows of one tenant, and where a customer is set, of that customer. Without a tenant it sees nothing.

do $$
begin
    create role tallystick_reader nologin;
exception when duplicate_object or unique_violation then
    null;
end
$$;

do $$
begin
    execute format('grant tallystick_reader to %I', current_user);
exception when insufficient_privilege then
    -- Somebody else made the role. That is fine for its members and for nobody else.
    if not pg_has_role(current_user, 'tallystick_reader', 'member') then
        raise;
    end if;
end
$$;

-- Puts a table behind the wall, for its owner as well. What tallystick_reader may select is granted beside it.
-- A setting that was local to a transaction is empty and not absent afterwards.
create procedure event_log.wall(walled regclass) language plpgsql as $wall$
declare
    tenant   constant text := $$tenant_id = (select nullif(current_setting('tallystick.tenant', true), '')::uuid)$$;
    -- The planner takes a case for one row in two; an "or" it takes for a single customer, and then expects too few rows.
    customer constant text := $$case when (select nullif(current_setting('tallystick.customer', true), '')) is null then true
        else customer_id = (select nullif(current_setting('tallystick.customer', true), '')::uuid) end$$;
    seen     text := tenant;
begin
    if exists (select from pg_attribute where attrelid = walled and attname = 'customer_id' and not attisdropped) then
        seen := tenant || ' and ' || customer;
    end if;
    execute format('alter table %s enable row level security, force row level security', walled);
    execute format('create policy product on %s to tallystick_app using (true)', walled);
    execute format('create policy tenant on %s for select to tallystick_reader using (%s)', walled, seen);
end
$wall$;

grant usage on schema event_log to tallystick_reader;

-- PostgreSQL refuses COPY into a table with row-level security, whatever its policies say. So ingest goes on to copy
-- into usage_slice, on which tallystick_reader has no right, and readers look at it through this table, of which it is
-- the one and only partition.
create table event_log.tenant_slice (like event_log.usage_slice) partition by list (tenant_id);
alter table event_log.tenant_slice attach partition event_log.usage_slice default;
call event_log.wall('event_log.tenant_slice');
grant select on event_log.tenant_slice to tallystick_reader;

comment on table event_log.tenant_slice is 'usage_slice as readers see it: behind the wall';

-- An entry of usage stands for the rows of many tenants. A reader learns where it is and nothing of what it holds;
-- facts are not for readers.
alter table event_log.entry enable row level security, force row level security;
create policy product on event_log.entry to tallystick_app using (true);
create policy position_of_usage on event_log.entry for select to tallystick_reader using (
    kind = 'usage_chunk' and (select nullif(current_setting('tallystick.tenant', true), '')) is not null);
grant select (position, id, kind) on event_log.entry to tallystick_reader;
