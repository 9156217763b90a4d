-- Sets up roles, schemas and rights for one service; only a superuser can do this.
-- Run it in the service's own database. Running it again changes only the passwords.
--
-- psql variables: service ('conversations' or 'tenant'), app_password, jobs_password, migrator_password,
-- public_password (used for conversations only, which has public pages).
-- Give a password as a SCRAM-SHA-256 verifier to keep it out of the server's logs.
-- pg_hba.conf must require scram-sha-256: with trust, a password protects no role.
--
-- On a Citus cluster create the extension citus first, then run this on every node before the first migration and on each
-- node that is added (docs/citus-nodes.md). On a worker, set PGOPTIONS='-c citus.enable_ddl_propagation=off'.

select set_config('bootstrap.service', :'service', false);
select set_config('bootstrap.app', :'app_password', false);
select set_config('bootstrap.jobs', :'jobs_password', false);
select set_config('bootstrap.migrator', :'migrator_password', false);
select set_config('bootstrap.public', :'public_password', false);

do $bootstrap$
declare
  service constant text := current_setting('bootstrap.service');
  owner constant text := service || '_owner';
  migrator constant text := service || '_migrator';
  app constant text := service || '_app';
  jobs constant text := service || '_jobs';
  -- Reads one council's public data at a time; conversations only.
  open_pages constant text := service || '_public';
  has_open_pages constant boolean := service = 'conversations';
  logins text[];
  role_name text;
  schema_name text;
  database_name text;
begin
  if service !~ '^[a-z]{1,40}$' then
    raise exception 'not the name of a service';
  end if;

  -- Owns everything and never logs in, except between the nodes of a Citus cluster.
  if to_regrole(owner) is null then
    execute format('create role %I nologin', owner);
  end if;
  logins := array[migrator, app, jobs] || case when has_open_pages then array[open_pages] else '{}' end;
  foreach role_name in array logins loop
    if to_regrole(role_name) is null then
      execute format('create role %I login', role_name);
    end if;
    execute format('alter role %I login password %L', role_name,
      current_setting('bootstrap.' || split_part(role_name, '_', 2)));
    -- Citus needs this setting to send SET LOCAL, and so the context, to its workers. Plain PostgreSQL accepts it.
    execute format('alter role %I set citus.propagate_set_commands = ''local''', role_name);
    execute format('alter role %I set search_path = app, ext', role_name);
  end loop;
  foreach role_name in array owner || logins loop
    execute format('alter role %I nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit', role_name);
  end loop;
  -- Becomes the owner by SET ROLE during a release, and has no rights otherwise.
  if not exists (select from pg_auth_members where roleid = owner::regrole and member = migrator::regrole) then
    execute format('grant %I to %I', owner, migrator);
  end if;

  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect on database %I to %I, %I, %I', current_database(), migrator, app, jobs);
  revoke all on schema public from public;

  foreach schema_name in array array['app', 'sec', 'ops'] || case service when 'tenant' then array['shared'] else '{}' end loop
    execute format('create schema if not exists %I authorization %I', schema_name, owner);
  end loop;
  create schema if not exists ext;
  execute format('grant usage on schema app to %I', app);
  execute format('grant usage on schema sec to %I', app);
  execute format('grant usage on schema ops to %I, %I', app, jobs);
  execute format('grant usage on schema ext to %I, %I', owner, app);
  if has_open_pages then
    execute format('grant connect on database %I to %I', current_database(), open_pages);
    execute format('grant usage on schema app, sec to %I', open_pages);
  end if;
  if service = 'tenant' then
    execute format('grant usage on schema shared to %I', app);
  end if;

  -- By default PUBLIC may execute every function. Here no role may, until a migration grants it.
  execute format('alter default privileges for role %I revoke execute on functions from public', owner);

  create extension if not exists pgcrypto schema sec;
  create extension if not exists pg_trgm schema ext;
  create extension if not exists btree_gist schema ext;
  create extension if not exists unaccent schema ext;
  revoke execute on all functions in schema sec from public;
  execute format('grant execute on function sec.hmac(bytea, bytea, text) to %I', owner);

  -- A role of this service has no business in the server's other databases. Changed only once, because every service runs
  -- this script.
  foreach database_name in array array['postgres', 'template1'] loop
    if exists (select from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
               where d.datname = database_name and a.grantee = 0) then
      execute format('revoke all on database %I from public', database_name);
    end if;
  end loop;

  -- Large objects have no row security. Without these rights no runtime role can create one.
  revoke execute on function pg_catalog.lo_creat(integer), pg_catalog.lo_create(oid),
    pg_catalog.lo_from_bytea(oid, bytea) from public;

  -- A node of a Citus cluster lets the owner in from the other nodes. The owner has no password, and the date is before
  -- every password's, so that pg_hba.conf alone says from where it comes.
  if exists (select from pg_extension where extname = 'citus') then
    execute format('alter role %I login password null valid until ''-infinity''', owner);
    execute format('grant connect on database %I to %I', current_database(), owner);
    -- The append-only triggers only refuse, so they need no other node.
    execute format('alter role %I set citus.enable_unsafe_triggers = on', migrator);
    -- Before it changes a table of schema shared, Citus takes a lock for it on a worker, and by default it takes one only for
    -- a role that may change every column of that table.
    if service = 'tenant' then
      execute format('alter role %I set citus.skip_advisory_lock_permission_checks = on', app);
    end if;
    -- The owner places tables. No other role needs what Citus gives PUBLIC outside pg_catalog.
    revoke all on schema citus, citus_internal from public;
    revoke all on all tables in schema public from public;
    revoke execute on all functions in schema citus, citus_internal from public;
    execute format('grant usage on schema citus_internal to %I', owner);
    execute format('grant execute on all functions in schema citus_internal to %I', owner);
  end if;
end
$bootstrap$;

select set_config('bootstrap.app', '', false), set_config('bootstrap.jobs', '', false),
  set_config('bootstrap.migrator', '', false), set_config('bootstrap.public', '', false);
