--liquibase formatted sql

--changeset alongside:projection-1-empty-test-council splitStatements:false stripComments:false
-- Deletes what a test of the installation has written: its hub, session, person and booking. Only tenant-service asks for
-- it, and the function refuses every council but the one for tests, whose short name no operator can give to another.
-- The service itself has no right to delete these rows. The audit stays.
create function sec.empty_test_council() returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  bound constant uuid := sec.tenant();
begin
  if bound is null or not exists (
      select from app.council c
      where c.tenant_id = bound and c.alias = 'installation-test' and c.demonstration and c.status = 'setting-up') then
    raise exception 'not the council for tests' using errcode = 'insufficient_privilege';
  end if;
  delete from app.person_to_tell where tenant_id = bound;
  delete from app.hold where tenant_id = bound;
  delete from app.booking where tenant_id = bound;
  delete from app.slot where tenant_id = bound;
  delete from app.session where tenant_id = bound;
  delete from app.person_term where tenant_id = bound;
  delete from app.person where tenant_id = bound;
  delete from app.day_revision where tenant_id = bound;
  delete from app.hub where tenant_id = bound;
  delete from app.idempotency where tenant_id = bound;
end
$$;
grant execute on function sec.empty_test_council() to conversations_app;
insert into ops.reviewed_function (signature, digest) values ('sec.empty_test_council()', '999b53d9e8d3173ff1daf9d5c7c58d9c879ef5e84fa2f17b9976c13d90f31927');
insert into ops.reviewed_grant (role, object, privilege) values
  ('conversations_app', 'function sec.empty_test_council()', 'EXECUTE');
