-- Look-ups behind the wall between tenants. Of them only customers are read for requests that show something; hashes of
-- keys and passwords are not for readers at all.

call event_log.wall('work.partner');
call event_log.wall('work.customer');
call event_log.wall('work.api_key');
call event_log.wall('work.operator');
call event_log.wall('work.api_budget');

grant usage on schema work to tallystick_reader;
grant select on work.customer to tallystick_reader;
