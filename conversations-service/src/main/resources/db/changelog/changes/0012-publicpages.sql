--liquibase formatted sql

-- What public pages (/open/<council>) read without a sign-in, under the role conversations_public.

--changeset alongside:publicpages-1-open-council splitStatements:false stripComments:false
-- Maps the addresses of live councils to their ids. No runtime role reads it; sec.council_at answers for one address.
create table sec.open_council (
  council uuid,
  alias text not null,
  constraint open_council_pkey primary key (council)
);
create index open_council_alias on sec.open_council (alias);

-- Keeps the bound council's own row: present with this address while the council is live, absent otherwise. The service
-- calls it in the transaction that writes the council's row. No trigger does this, because under Citus a trigger of a
-- distributed table runs on another node than this table.
create function sec.keep_open_council(address text, live boolean) returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  bound constant uuid := sec.tenant();
begin
  if bound is null then
    raise exception 'no council is bound' using errcode = 'insufficient_privilege';
  end if;
  if live then
    insert into sec.open_council (council, alias) values (bound, address)
      on conflict (council) do update set alias = excluded.alias;
  else
    delete from sec.open_council where council = bound;
  end if;
end
$$;
grant execute on function sec.keep_open_council(text, boolean) to conversations_app;

-- Returns the id of the live council with this address, or null. tenant-service's register keeps addresses unique.
create function sec.council_at(address text) returns uuid
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
begin
  return (select min(council::text)::uuid from sec.open_council where alias = address having count(*) = 1);
end
$$;
grant execute on function sec.council_at(text) to conversations_public;

insert into ops.reviewed_function (signature, digest) values
  ('sec.keep_open_council(text, boolean)', '1e301897ce81a687f2709a6c37bee29eca1b5427f1bc9620f039600d939e04b7'),
  ('sec.council_at(text)', '477b1cefdb028e2da863ee84a50ed2a79f583312f7e20a016cf9d236f504cb25');
insert into ops.reviewed_grant (role, object, privilege) values
  ('conversations_app', 'function sec.keep_open_council(text, boolean)', 'EXECUTE'),
  ('conversations_public', 'function sec.council_at(text)', 'EXECUTE');

--changeset alongside:publicpages-2-columns
call app.permit('app.council', 'select (tenant_id, id, name, welsh_name, nation, alias, talking_points,
    contact_phone, contact_email, contact_hours, contact_address, relay_number, complaints, privacy_notice,
    header_colour, header_text_colour, border_colour, logo_background, demonstration)', 'public');
call app.permit('app.council_logo', 'select (tenant_id, version, png)', 'public');
call app.permit('app.hub', 'select (tenant_id, id, name, address, postcode, website, directions, drop_in,
    access_features, co_located, opening_hours)', 'public');
call app.permit('app.hub_closure', 'select (tenant_id, hub_id, first_day, last_day)', 'public');
call app.permit('app.session', 'select (tenant_id, id, hub_id, day, starts, ends, starts_at, ends_at, slot_minutes,
    status, open_despite_closure)', 'public');
call app.permit('app.slot', 'select (tenant_id, id, session_id, ends_at, places, taken, withdrawn)', 'public');

--changeset alongside:publicpages-3-views
-- The pages read these views of other features. A view runs with the rights of its caller, so the columns above are
-- needed too.
call app.permit('app.v_council_public', 'select', 'public');
call app.permit('app.v_council_logo', 'select', 'public');
call app.permit('app.v_hub_place', 'select', 'public');
call app.permit('app.v_hub_closed_days', 'select', 'public');
call app.permit('app.v_session_open', 'select', 'public');
call app.permit('app.v_slot_places', 'select', 'public');
