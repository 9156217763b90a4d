--liquibase formatted sql

-- Shuts a suspended council's door in the database: the statement that admits the caller of every request finds no
-- member of a suspended council. Nothing of the council is changed or deleted, so that the council can be resumed.

--changeset alongside:suspension-1 splitStatements:false stripComments:false
-- Holds a row while the bound council is suspended. It is empty for every other council, so that the look-up of a member
-- costs next to nothing more.
create table app.suspended_council (
    tenant_id uuid        not null,
    id        uuid        not null,
    since     timestamptz not null,
    constraint suspended_council_pkey primary key (tenant_id, id),
    constraint suspended_council_own_id check (id = tenant_id)
);
call app.fence('app.suspended_council');
call app.place('app.suspended_council', 'council');
call app.permit('app.suspended_council', 'select, insert, delete');

-- Binds, reads the active member with this sign-in and ends, as one statement that is a transaction of its own. A
-- suspended council has no active member. Runs with the caller's rights and policies. The service creates app.member.
create or replace function app.member_of(context text, member_issuer text, member_subject text, moment timestamptz)
  returns table (id uuid, name text, roles text[])
  language plpgsql volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  council constant uuid := app.bind(context, 10);
begin
  if council is null then
    raise exception 'no council is bound' using errcode = 'insufficient_privilege';
  end if;
  return query select m.id, m.name, m.roles from app.member m
    where m.tenant_id = council and m.issuer = member_issuer and m.subject = member_subject and m.status = 'active'
      and (m.ends_at is null or m.ends_at > moment)
      and not exists (select from app.suspended_council s where s.tenant_id = council);
end
$$;

-- Binds, says whether the council is suspended and ends, as one statement that is a transaction of its own.
create function app.council_is_suspended(context text) returns boolean
  language plpgsql volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  council constant uuid := app.bind(context, 10);
begin
  if council is null then
    raise exception 'no council is bound' using errcode = 'insufficient_privilege';
  end if;
  return exists (select from app.suspended_council s where s.tenant_id = council);
end
$$;
grant execute on function app.council_is_suspended(text) to ${alongside.service}_app;
insert into ops.reviewed_grant (role, object, privilege) values
  ('${alongside.service}_app', 'function app.council_is_suspended(text)', 'EXECUTE');
