--liquibase formatted sql

-- The wall that keeps councils apart in one service's database. Runs as the owner (Migration does SET ROLE), after
-- bootstrap.sql. Written for plain PostgreSQL 15 and ready for Citus: policies TO PUBLIC without a sub-select, binding
-- by SET LOCAL.
--
-- A released changeset is never edited: Liquibase refuses a database that holds it with another checksum. A change is a
-- new changeset. SqlRules holds how it is written.

--changeset alongside:wall-1-context splitStatements:false stripComments:false
create table sec.context_key (
  kid text,
  key bytea not null,
  constraint context_key_pkey primary key (kid),
  constraint context_key_kid_pattern check (kid ~ '^[A-Za-z0-9-]{1,32}$'),
  constraint context_key_length check (length(key) = 32)
);
comment on table sec.context_key is 'Keys that sign a council''s context. Written by the migrate command; no runtime role may read it.';

-- Returns the council of this transaction if app.ctx was signed with a known key for this login role and has not
-- expired. Returns null in every other case, and null fences off every row. Never raises an error, because an error
-- would reveal why.
--   v1|kid|tenant|role|expiry|mac   with   mac = hex(hmac-sha256('v1|kid|tenant|role|expiry', key))
create function sec.tenant() returns uuid
  language plpgsql stable parallel safe security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  part constant text[] := string_to_array(current_setting('app.ctx', true), '|');
  mac bytea;
begin
  if part[1] is distinct from 'v1' or cardinality(part) <> 6 then
    return null;
  end if;
  select sec.hmac(convert_to(array_to_string(part[1:5], '|'), 'UTF8'), k.key, 'sha256') into mac
    from sec.context_key k where k.kid = part[2];
  -- The other fields are read only once the signature shows who wrote them. So no text can raise an error.
  if encode(mac, 'hex') = part[6] then
    if part[4] = session_user and part[5]::bigint > extract(epoch from statement_timestamp()) then
      return part[3]::uuid;
    end if;
  end if;
  return null;
end
$$;
grant execute on function sec.tenant() to ${alongside.service}_app;

-- Binds the signed context until commit. The first statement of every transaction. Returns the bound council, so that
-- a caller with the wrong key learns it at once. First clears what an earlier borrower of the connection may have left:
-- session settings, cursors, channels, locks. Uses SET LOCAL and never set_config: Citus sends only SET LOCAL to workers.
create function app.bind(context text, seconds integer default 10) returns uuid
  language plpgsql volatile
  set search_path = pg_catalog, pg_temp
as $$
begin
  execute 'close all';
  execute 'reset all';
  execute 'unlisten *';
  perform pg_advisory_unlock_all();
  execute format('set local app.ctx = %L', context);
  execute format('set local statement_timeout = %L', seconds * 1000);
  return sec.tenant();
end
$$;
grant execute on function app.bind(text, integer) to ${alongside.service}_app;

-- Binds, reads the active member with this sign-in and ends, as one statement that is a transaction of its own. Runs with
-- the caller's rights and policies. The service creates app.member.
create function app.member_of(context text, member_issuer text, member_subject text, moment timestamptz)
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
      and (m.ends_at is null or m.ends_at > moment);
end
$$;
grant execute on function app.member_of(text, text, text, timestamptz) to ${alongside.service}_app;

--changeset alongside:wall-2-migration-helpers splitStatements:false stripComments:false
-- Fences a table of schema app; every one of them is fenced by this procedure only. The restrictive policy means that
-- no later policy, however wide, opens the table.
create procedure app.fence(fenced regclass)
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  execute format('alter table %s enable row level security, force row level security', fenced);
  execute format('create policy tenant_rows on %s as permissive for all to public using (tenant_id = sec.tenant()) with check (tenant_id = sec.tenant())', fenced);
  execute format('create policy tenant_fence on %s as restrictive for all to public using (tenant_id = sec.tenant()) with check (tenant_id = sec.tenant())', fenced);
end
$$;

-- Places a table under Citus: 'council' distributes it by tenant_id, 'shared' copies it to every node. Does nothing
-- without the extension.
create procedure app.place(placed regclass, kind text)
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  if kind not in ('council', 'shared') then
    raise exception 'a table is placed by council or shared, not %', kind;
  end if;
  if not exists (select from pg_extension where extname = 'citus') then
    return;
  end if;
  set local citus.multi_shard_modify_mode = 'sequential';
  if kind = 'council' then
    execute 'select create_distributed_table($1, ''tenant_id'')' using placed;
  else
    execute 'select create_reference_table($1)' using placed;
  end if;
end
$$;

-- Grants privileges on a table of schema app or shared to a runtime role and records them, so that proofs P00 and P17
-- know the whole list. No other schema has a table that a feature may open.
--   call app.permit('app.hub', 'select, insert, update (name, version)');
create procedure app.permit(permitted regclass, privileges text, runtime text default 'app')
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  grantee constant text := regexp_replace(current_user, '_owner$', '') || '_' || runtime;
begin
  if not exists (select from pg_class where oid = permitted and relnamespace in (to_regnamespace('app'), to_regnamespace('shared'))) then
    raise exception 'app.permit opens only tables of the schemas app and shared, not %', permitted
      using errcode = 'insufficient_privilege';
  end if;
  execute format('grant %s on %s to %I', privileges, permitted, grantee);
  insert into ops.reviewed_grant (role, object, privilege)
    select g.role, g.object, g.privilege from ops.granted g
    where g.relation = permitted and g.role = grantee
    on conflict do nothing;
end
$$;

-- Runs a statement with FORCE lifted from these tables, in one transaction. Under FORCE the owner sees no row, so a
-- backfill changes nothing and a foreign key is validated over orphans, both without an error. A statement that changes
-- or validates data therefore runs through here:
--   call app.unforced('{app.booking}', $sql$ update app.booking set ... $sql$);
create procedure app.unforced(tables regclass[], work text)
  language plpgsql
  set search_path = app, ext, pg_temp
as $$
declare
  fenced regclass;
begin
  foreach fenced in array tables loop
    execute format('alter table %s no force row level security', fenced);
  end loop;
  execute work;
  foreach fenced in array tables loop
    execute format('alter table %s force row level security', fenced);
  end loop;
end
$$;

--changeset alongside:wall-3-operations splitStatements:false stripComments:false
-- Holds the work that is due (db-scheduler). Ids only, never a person.
create table ops.scheduled_tasks (
  task_name text not null,
  task_instance text not null,
  task_data bytea,
  execution_time timestamptz not null,
  picked boolean not null,
  picked_by text,
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint not null,
  priority smallint,
  constraint scheduled_tasks_pkey primary key (task_name, task_instance)
);
create index scheduled_tasks_due on ops.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on ops.scheduled_tasks (last_heartbeat);
-- The service reads and writes the tasks of its bound council only; an instance is 'council' or 'kind/council/...'. The
-- scheduler's own role works for all councils.
alter table ops.scheduled_tasks enable row level security, force row level security;
create policy own_council on ops.scheduled_tasks to ${alongside.service}_app
  using (sec.tenant()::text in (task_instance, split_part(task_instance, '/', 2)))
  with check (sec.tenant()::text in (task_instance, split_part(task_instance, '/', 2)));
create policy scheduler on ops.scheduled_tasks to ${alongside.service}_jobs using (true) with check (true);

-- Holds the exceptions from a proof, each with its reason.
create table ops.allowed (
  rule text not null,
  object text not null,
  reason text not null,
  constraint allowed_pkey primary key (rule, object),
  constraint allowed_reason_length check (length(reason) > 10)
);

-- Lists every right of a role other than the owner. The proofs compare it with the catalogue.
create table ops.reviewed_grant (
  role text not null,
  object text not null,
  privilege text not null,
  constraint reviewed_grant_pkey primary key (role, object, privilege)
);

-- Lists the functions of schemas sec and app with a sha-256 over body and options as they were reviewed.
create table ops.reviewed_function (
  signature text,
  digest text not null,
  constraint reviewed_function_pkey primary key (signature)
);

-- Shows from the catalogue which role, other than an object's owner, holds which right in this database. Functions of
-- extensions are left out where they are installed for use (ext), but not where they guard a key (sec).
create view ops.granted as
  with entry (role, object, privilege, relation) as (
    select acl.grantee, format('%s.%s', n.nspname, c.relname), acl.privilege_type, c.oid
    from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) acl
    where acl.grantee <> c.relowner
    union all
    select acl.grantee, format('%s.%s', n.nspname, c.relname), format('%s (%s)', acl.privilege_type, a.attname), c.oid
    from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace,
      aclexplode(a.attacl) acl
    where acl.grantee <> c.relowner
    union all
    select acl.grantee, format('schema %s', n.nspname), acl.privilege_type, null
    from pg_namespace n, aclexplode(n.nspacl) acl
    where acl.grantee <> n.nspowner
    union all
    select acl.grantee, format('function %s.%s(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes)), acl.privilege_type, null
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace,
      aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) acl
    where acl.grantee <> p.proowner
      and not (n.nspname = 'ext' and exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e'))
    union all
    select acl.grantee, 'database', acl.privilege_type, null
    from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) acl
    where d.datname = current_database() and acl.grantee <> d.datdba
    union all
    select acl.grantee, 'default privileges', acl.privilege_type, null
    from pg_default_acl d, aclexplode(d.defaclacl) acl
    where acl.grantee <> d.defaclrole
  )
  select case role when 0 then 'PUBLIC' else pg_get_userbyid(role)::text end as role, object, privilege, relation
  from entry
  where object !~ '^(schema |function )?(pg_|information_schema)';

grant select, insert, update on ops.scheduled_tasks to ${alongside.service}_app;
grant select, insert, update, delete on ops.scheduled_tasks to ${alongside.service}_jobs;

insert into ops.reviewed_grant (role, object, privilege) values
  ('${alongside.service}_migrator', 'database', 'CONNECT'),
  ('${alongside.service}_app', 'database', 'CONNECT'),
  ('${alongside.service}_jobs', 'database', 'CONNECT'),
  ('${alongside.service}_app', 'schema app', 'USAGE'),
  ('${alongside.service}_app', 'schema sec', 'USAGE'),
  ('${alongside.service}_app', 'schema ops', 'USAGE'),
  ('${alongside.service}_app', 'schema ext', 'USAGE'),
  ('${alongside.service}_owner', 'schema ext', 'USAGE'),
  ('${alongside.service}_jobs', 'schema ops', 'USAGE'),
  ('${alongside.service}_owner', 'function sec.hmac(bytea, bytea, text)', 'EXECUTE'),
  ('${alongside.service}_app', 'function sec.tenant()', 'EXECUTE'),
  ('${alongside.service}_app', 'function app.bind(text, integer)', 'EXECUTE'),
  ('${alongside.service}_app', 'function app.member_of(text, text, text, timestamp with time zone)', 'EXECUTE'),
  ('${alongside.service}_app', 'ops.scheduled_tasks', 'SELECT'),
  ('${alongside.service}_app', 'ops.scheduled_tasks', 'INSERT'),
  ('${alongside.service}_app', 'ops.scheduled_tasks', 'UPDATE'),
  ('${alongside.service}_jobs', 'ops.scheduled_tasks', 'SELECT'),
  ('${alongside.service}_jobs', 'ops.scheduled_tasks', 'INSERT'),
  ('${alongside.service}_jobs', 'ops.scheduled_tasks', 'UPDATE'),
  ('${alongside.service}_jobs', 'ops.scheduled_tasks', 'DELETE');
insert into ops.reviewed_grant (role, object, privilege)
  select '${alongside.service}_app', 'schema shared', 'USAGE' where '${alongside.service}' = 'tenant';
