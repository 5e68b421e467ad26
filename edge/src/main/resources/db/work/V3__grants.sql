-- The role as which the product works. It was made with the log.

grant usage on schema work to tallystick_app;
grant select, insert, update, delete on all tables in schema work to tallystick_app;
alter default privileges in schema work grant select, insert, update, delete on tables to tallystick_app;
