-- The role as which the product works. It was made with the log.

grant usage on schema read_model to tallystick_app;
grant select, insert, update, delete, truncate on all tables in schema read_model to tallystick_app;
alter default privileges in schema read_model grant select, insert, update, delete, truncate on tables to tallystick_app;
