-- The role as which the product works. It may add to the log; it may neither change nor remove what is there.
-- Roles belong to the server, so another database may have made it already, or make it at this moment.

do $$
begin
    create role tallystick_app nologin;
exception when duplicate_object or unique_violation then
    null;
end
$$;

do $$
begin
    execute format('grant tallystick_app to %I', current_user);
exception when insufficient_privilege then
    -- Somebody else made the role. That is fine for its members and for nobody else.
    if not pg_has_role(current_user, 'tallystick_app', 'member') then
        raise;
    end if;
end
$$;

grant usage on schema event_log to tallystick_app;
grant select, insert on event_log.entry, event_log.usage to tallystick_app;
grant select, insert, delete on event_log.snapshot to tallystick_app;
