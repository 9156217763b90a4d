--liquibase formatted sql

-- What anybody may read without signing in (/open/<council>), under the role conversations_public.

--changeset alongside:0015-open-council splitStatements:false stripComments:false
-- Which addresses are whose, of live councils only. No runtime role reads it: one asks the function below.
create table sec.open_council (
  council uuid primary key,
  alias text not null
);
create index open_council_alias on sec.open_council (alias);

create function sec.keep_open_council() returns trigger
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  if new.status = 'live' then
    insert into sec.open_council (council, alias) values (new.tenant_id, new.alias)
      on conflict (council) do update set alias = excluded.alias;
  else
    delete from sec.open_council where council = new.tenant_id;
  end if;
  return null;
end
$$;
create trigger open_council after insert or update of alias, status on app.council
  for each row execute function sec.keep_open_council();

-- The council that an address means, or null. Addresses are unique in tenant-service's register.
create function sec.council_at(address text) returns uuid
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  return (select min(council::text)::uuid from sec.open_council where alias = address having count(*) = 1);
end
$$;
grant execute on function sec.council_at(text) to conversations_public;

call app.unforced('{app.council}', $sql$
  insert into sec.open_council (council, alias) select tenant_id, alias from app.council where status = 'live'
$sql$);

insert into ops.reviewed_function (signature, digest) values
  ('sec.keep_open_council()', 'cb9910616dfd5dbc7ea0acd02700d2492d3c98f99779b4c1b157aaa90d850eb8'),
  ('sec.council_at(text)', '477b1cefdb028e2da863ee84a50ed2a79f583312f7e20a016cf9d236f504cb25');
insert into ops.reviewed_grant (role, object, privilege) values
  ('conversations_public', 'function sec.council_at(text)', 'EXECUTE');

--changeset alongside:0015-public-columns splitStatements:false stripComments:false
call app.permit('app.council', 'select (tenant_id, id, name, alias, talking_point, talking_points, contact_phone, contact_email, contact_hours, relay, demonstration, band, on_band, line)', 'public');
call app.permit('app.hub', 'select (tenant_id, id, name, address, postcode, website, co_located_with, opening_hours)', 'public');
call app.permit('app.hub_closure', 'select (tenant_id, hub_id, first_day, last_day)', 'public');
call app.permit('app.session', 'select (tenant_id, id, hub_id, day, starts, ends, starts_at, ends_at, slot_minutes, status)', 'public');
call app.permit('app.slot', 'select (tenant_id, id, session_id, starts_at, ends_at, places, taken, withdrawn)', 'public');
