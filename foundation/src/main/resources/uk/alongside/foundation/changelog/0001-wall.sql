--liquibase formatted sql

-- The wall of one service's database. Run as the owner (Migration does SET ROLE), after bootstrap.sql.
-- Plain PostgreSQL 15 and ready for Citus: policies TO PUBLIC without a sub-select, binding by SET LOCAL.

--changeset alongside:wall-context splitStatements:false stripComments:false
create table sec.context_key (
  kid text primary key check (kid ~ '^[A-Za-z0-9-]{1,32}$'),
  key bytea not null check (length(key) = 32)
);
comment on table sec.context_key is 'Keys that sign a council''s context. Written by the migrate command; no runtime role may read it.';

-- The council of this transaction, if app.ctx is what a holder of the key made for this login role and it has not
-- run out; in every other case null, and null fences off every row. Never an error: an error would tell.
--   v1|kid|tenant|role|expiry|mac   with   mac = hex(hmac-sha256('v1|kid|tenant|role|expiry', key))
create function sec.tenant() returns uuid
  language plpgsql stable security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  context constant text := current_setting('app.ctx', true);
  part text[];
  mac bytea;
begin
  if context is null
     or context !~ '^v1\|[A-Za-z0-9-]{1,32}\|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\|[a-z_]{1,63}\|[0-9]{1,12}\|[0-9a-f]{64}$' then
    return null;
  end if;
  part := string_to_array(context, '|');
  select sec.hmac(convert_to(array_to_string(part[1:5], '|'), 'UTF8'), k.key, 'sha256') into mac
    from sec.context_key k where k.kid = part[2];
  if mac = decode(part[6], 'hex')
     and part[4] = session_user
     and part[5]::bigint > extract(epoch from statement_timestamp()) then
    return part[3]::uuid;
  end if;
  return null;
end
$$;
grant execute on function sec.tenant() to ${service}_app;

-- First statement of every transaction: takes the signed context until commit and answers with the council it stands
-- for, so that a caller with the wrong key learns it at once. What an earlier borrower of the connection may have left
-- (session settings, cursors, channels, locks) is gone before anything else is read.
-- SET LOCAL and never set_config: Citus sends only the former to workers.
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
grant execute on function app.bind(text, integer) to ${service}_app;

--changeset alongside:wall-migration-helpers splitStatements:false stripComments:false
-- Every table of schema app is fenced by this and by nothing else. The restrictive twin means that no later policy,
-- however wide, opens the table.
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

-- Where a table lives under Citus: 'council' is distributed by tenant_id, 'shared' is copied to every node.
-- Without the extension there is nothing to place.
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

-- Grants to a runtime role and writes down what it granted, so that proofs P00 and P17 know the whole list:
--   call app.permit('app.hub', 'select, insert, update (name, version)');
create procedure app.permit(permitted regclass, privileges text, runtime text default 'app')
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  grantee constant text := regexp_replace(current_user, '_owner$', '') || '_' || runtime;
begin
  execute format('grant %s on %s to %I', privileges, permitted, grantee);
  insert into ops.reviewed_grant (role, object, privilege)
    select g.role, g.object, g.privilege from ops.granted g
    where g.relation = permitted and g.role = grantee
    on conflict do nothing;
end
$$;

-- Under FORCE the owner sees no row: a backfill would change nothing and a foreign key would be validated over
-- orphans, both in silence. Whatever touches or validates data runs through here, in one transaction:
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

--changeset alongside:wall-operations splitStatements:false stripComments:false
-- Work that is due. Ids only: never a person.
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
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on ops.scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on ops.scheduled_tasks (last_heartbeat);

-- Exceptions from a proof, each with its reason.
create table ops.allowed (
  rule text not null,
  object text not null,
  reason text not null check (length(reason) > 10),
  primary key (rule, object)
);

-- Everything that a runtime role may do; the proofs compare it with what the catalogue says.
create table ops.reviewed_grant (
  role text not null,
  object text not null,
  privilege text not null,
  primary key (role, object, privilege)
);

-- Functions of schemas sec and app as they were reviewed: sha-256 over body and options.
create table ops.reviewed_function (
  signature text primary key,
  digest text not null
);

-- Who may do what in this database beside the owner of a thing, as the catalogue says it. Functions of extensions are
-- left out where they are installed for use (ext), not where they guard a key (sec).
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

grant select, insert, update on ops.scheduled_tasks to ${service}_app;
grant select, insert, update, delete on ops.scheduled_tasks to ${service}_jobs;

insert into ops.reviewed_grant (role, object, privilege) values
  ('${service}_migrator', 'database', 'CONNECT'),
  ('${service}_app', 'database', 'CONNECT'),
  ('${service}_jobs', 'database', 'CONNECT'),
  ('${service}_app', 'schema app', 'USAGE'),
  ('${service}_app', 'schema sec', 'USAGE'),
  ('${service}_app', 'schema ops', 'USAGE'),
  ('${service}_app', 'schema ext', 'USAGE'),
  ('${service}_owner', 'schema ext', 'USAGE'),
  ('${service}_jobs', 'schema ops', 'USAGE'),
  ('${service}_owner', 'function sec.hmac(bytea, bytea, text)', 'EXECUTE'),
  ('${service}_app', 'function sec.tenant()', 'EXECUTE'),
  ('${service}_app', 'function app.bind(text, integer)', 'EXECUTE'),
  ('${service}_app', 'ops.scheduled_tasks', 'SELECT'),
  ('${service}_app', 'ops.scheduled_tasks', 'INSERT'),
  ('${service}_app', 'ops.scheduled_tasks', 'UPDATE'),
  ('${service}_jobs', 'ops.scheduled_tasks', 'SELECT'),
  ('${service}_jobs', 'ops.scheduled_tasks', 'INSERT'),
  ('${service}_jobs', 'ops.scheduled_tasks', 'UPDATE'),
  ('${service}_jobs', 'ops.scheduled_tasks', 'DELETE');
insert into ops.reviewed_grant (role, object, privilege)
  select '${service}_app', 'schema shared', 'USAGE' where '${service}' = 'tenant';
