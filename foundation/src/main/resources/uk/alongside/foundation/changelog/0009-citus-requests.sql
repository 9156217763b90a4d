--liquibase formatted sql

-- What a request needs on a Citus cluster. Plain PostgreSQL runs the same, so that there is one schema.

--changeset alongside:citus-3-audit-time splitStatements:false stripComments:false
-- Sets the time of an event. Citus writes the default of a column into the statement that it sends to a node, and the
-- service has no right on this column. A trigger runs on the node, where it needs none.
create function app.set_audit_time() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  new.at := coalesce(new.at, clock_timestamp());
  return new;
end
$$;
insert into ops.reviewed_function (signature, digest) values
  ('app.set_audit_time()', '5abd262e05822cf12e407d87ac09172205636a72d88427968366d71182abca9c');
create trigger set_audit_time before insert on app.audit_event
  for each row execute function app.set_audit_time();
alter table app.audit_event alter column at drop default;
