--liquibase formatted sql

-- The repair of a Citus cluster leaves the coordinator's own tables to the proofs.

--changeset alongside:citus-4-repair splitStatements:false stripComments:false
-- Is that of 0008-citus.sql but for one thing. It gave a fence to every table without one, and took every function from
-- PUBLIC, also on the coordinator. A migration that forgot either therefore failed on plain PostgreSQL and passed on a
-- cluster. On the coordinator it now repairs the fences of shards only. On the other nodes every table and function is a
-- copy of one of the coordinator's.
create or replace procedure app.repair_nodes()
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
declare
  keys constant text := (select string_agg(format('(%L, %L::bytea)', kid, key), ', ') from sec.context_key);
  -- Without the first setting, a node would send each change to all others.
  repair constant text := $sql$do $node$
declare
  name text;
begin
  set citus.enable_ddl_propagation = off;
  set citus.enable_manual_changes_to_shards = on;
  set lock_timeout = '20s';
  create table if not exists sec.context_key (
    kid text,
    key bytea not null,
    constraint context_key_pkey primary key (kid),
    constraint context_key_kid_pattern check (kid ~ '^[A-Za-z0-9-]{1,32}$'),
    constraint context_key_length check (length(key) = 32)
  );
  for name in
    select p.oid::regprocedure::text from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where n.nspname in ('app', 'sec', 'ops') and pg_get_userbyid(p.proowner) = current_user
      and exists (select from aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) where grantee = 0)
      and (select groupid from pg_dist_local_group) <> 0
  loop
    execute format('revoke execute on routine %s from public', name);
  end loop;
  for name in
    select format('app.%I', c.relname) from pg_class c
    where c.relnamespace = 'app'::regnamespace and c.relkind in ('r', 'p') and not (
      c.relrowsecurity and c.relforcerowsecurity and exists (
      select from pg_policy p
      where p.polrelid = c.oid and p.polname = 'tenant_fence' and not p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
        and pg_get_expr(p.polqual, p.polrelid) = '(tenant_id = sec.tenant())'
        and pg_get_expr(p.polwithcheck, p.polrelid) = '(tenant_id = sec.tenant())'))
      and ((select groupid from pg_dist_local_group) <> 0 or exists (
        select from pg_dist_shard s where to_regclass(shard_name(s.logicalrelid, s.shardid)) = c.oid))
  loop
    begin
      execute format('alter table %s enable row level security, force row level security', name);
      execute format('drop policy if exists tenant_fence on %s', name);
      execute format('create policy tenant_fence on %s as restrictive for all to public using (tenant_id = sec.tenant()) with check (tenant_id = sec.tenant())', name);
    exception when undefined_table then
      -- Citus has dropped a shard that was moved away.
    end;
    commit;
  end loop;
end
$node$
$sql$;
  copy_keys constant text := case when keys is null then 'delete from sec.context_key' else format($sql$do $node$
begin
  set lock_timeout = '20s';
  delete from sec.context_key where (kid, key) not in (values %1$s);
  insert into sec.context_key (kid, key) values %1$s on conflict (kid) do nothing;
end
$node$
$sql$, keys) end;
  command text;
  shared regclass;
  node record;
  done record;
begin
  if not exists (select from pg_extension where extname = 'citus') then
    return;
  end if;
  for shared in
    select c.oid from pg_class c
    where c.relnamespace = to_regnamespace('shared') and c.relkind = 'r'
      and not exists (select from pg_dist_partition p where p.logicalrelid = c.oid)
  loop
    perform create_reference_table(shared);
  end loop;
  for node in select * from pg_dist_node where noderole = 'primary' order by nodeid loop
    foreach command in array case node.groupid when 0 then array[repair] else array[repair, copy_keys] end loop
      select success, result into done
        from master_run_on_worker(array[node.nodename], array[node.nodeport], array[command], false);
      if not done.success then
        raise exception 'the node %:% of the cluster could not be repaired: %', node.nodename, node.nodeport, done.result;
      end if;
    end loop;
  end loop;
end
$$;
