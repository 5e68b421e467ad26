-- A request that brought usage is found by its id. The line that its chunk has of it is beside those of other tenants,
-- and facts are in the same table, so readers have no right on it: they ask this function, which is the wall for them.
-- It runs as its owner and answers lines of the reader's tenant, and of its customer where it is held to one.

create function event_log.request_of_usage(wanted text, after timestamptz, before timestamptz, at_position bigint)
returns table ("position" bigint, ordinal integer, committed_at timestamptz, line jsonb)
language sql stable security definer set search_path = pg_catalog as $$
    select entry.position, (request.number - 1)::integer, entry.message_at, request.line
    from event_log.entry
    cross join lateral jsonb_array_elements(convert_from(entry.metadata, 'UTF8')::jsonb -> 'requests')
        with ordinality as request(line, number)
    where entry.kind = 'usage_chunk'
      and (entry.position = at_position or entry.message_at between after and before)
      and (wanted is null or position(convert_to(wanted, 'UTF8') in entry.metadata) > 0)
      and (wanted is null or request.line ->> 'requestId' = wanted)
      and (request.line ->> 'tenantId')::uuid = nullif(current_setting('tallystick.tenant', true), '')::uuid
      and coalesce((request.line ->> 'customerId')::uuid = nullif(current_setting('tallystick.customer', true), '')::uuid,
                   nullif(current_setting('tallystick.customer', true), '') is null)
$$;

comment on function event_log.request_of_usage is 'by its id and the time that it may have been committed in, or all of one position';

revoke all on function event_log.request_of_usage from public;
grant execute on function event_log.request_of_usage to tallystick_reader;
