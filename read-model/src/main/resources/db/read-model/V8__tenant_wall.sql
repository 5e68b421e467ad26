-- Projections behind the wall between tenants. A table that is made later has a wall of its own, in its migration;
-- nothing is granted to tallystick_reader by itself.

call event_log.wall('read_model.partner_all');
call event_log.wall('read_model.customer_all');
call event_log.wall('read_model.usage_rollup_all');
call event_log.wall('read_model.level_step_all');
call event_log.wall('read_model.usage_dead_letter_all');
call event_log.wall('read_model.api_key_all');

-- Whoever runs the installation sees these of all tenants, and of no other table.
create policy installation on read_model.partner_all for select to tallystick_reader
    using ((select current_setting('tallystick.installation', true)) = 'on');
create policy installation on read_model.usage_dead_letter_all for select to tallystick_reader
    using ((select current_setting('tallystick.installation', true)) = 'on');

grant usage on schema read_model to tallystick_reader;
grant select on
    read_model.partner_all, read_model.partner,
    read_model.customer_all, read_model.customer,
    read_model.usage_rollup_all, read_model.usage_rollup,
    read_model.level_step_all, read_model.level_step,
    read_model.usage_dead_letter_all, read_model.usage_dead_letter,
    read_model.api_key_all, read_model.api_key
    to tallystick_reader;

-- How far projections are says nothing about a tenant.
grant select on read_model.projection_generation, read_model.token_entry, read_model.projection_segment to tallystick_reader;
