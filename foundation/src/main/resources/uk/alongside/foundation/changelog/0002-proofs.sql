--liquibase formatted sql

-- Catalogue proofs: each row of ops.violation is one hole in the wall. They read the catalogue and no council's table.
-- A new rule needs a seeded defect that only this rule finds (ProofsTest).
-- An exception from a rule is a row in ops.allowed with its reason, inserted by a reviewed changeset. Only some rules take
-- exceptions. The lists of this database are compared with a file of the release (P39), and built-in functions with those of
-- a new server (P19b), by uk.alongside.foundation.proofs.Proofs.
-- The changesets of this file run again when their text changes, so they may be edited after a release.
--
-- A table of a Citus cluster is made of tables on its nodes, which the catalogue of the coordinator does not show. P40
-- reads the nodes. On plain PostgreSQL it does nothing.

--changeset alongside:proofs-0-nodes splitStatements:false stripComments:false runOnChange:true
-- Describes what is open in the database of one node, one line each: a line of a node that is no line of the coordinator
-- is a hole. sec.node_violation() sends this text to each node, so it reads only what every node has. A shard, such as
-- app.hub_102040, is described as the table to which it belongs.
create or replace view ops.node_fact as
with
  ours as (select n.* from pg_namespace n where n.nspname in ('app', 'sec', 'ops', 'shared', 'ext', 'public')),
  relation as (
    select c.*, format('%s.%s', n.nspname, coalesce(whole.relname, c.relname)) as name
    from pg_class c join ours n on n.oid = c.relnamespace
      left join pg_class whole on whole.relnamespace = c.relnamespace and c.relkind in ('r', 'p') and whole.relkind in ('r', 'p')
        and whole.relname = regexp_replace(c.relname, '_[0-9]{6,}$', '') and whole.oid <> c.oid
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
  ),
  routine as (
    select p.*, format('%s.%s(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes)) as name
    from pg_proc p join ours n on n.oid = p.pronamespace
  ),
  service_role as (
    select * from pg_roles where rolname ~ '^(conversations|tenant)_' or (rolbypassrls and not rolsuper)
  ),
  entry (object, owner, acl) as (
    select name, relowner, relacl from relation
    union all
    select format('%s (%s)', r.name, a.attname), r.relowner, a.attacl from pg_attribute a join relation r on r.oid = a.attrelid
    union all
    select name, proowner, coalesce(proacl, acldefault('f', proowner)) from routine
    union all
    select 'schema ' || nspname, nspowner, nspacl from pg_namespace where nspname in ('citus', 'citus_internal')
    union all
    select 'schema ' || nspname, nspowner, nspacl from ours
    union all
    select 'the database', datdba, coalesce(datacl, acldefault('d', datdba)) from pg_database where datname = current_database()
    union all
    -- PostgreSQL's own objects and those of Citus.
    select format('%s.%s(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes)), p.proowner,
      coalesce(p.proacl, acldefault('f', p.proowner))
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace
    where p.proacl is not null and n.nspname in ('pg_catalog', 'information_schema') or n.nspname in ('citus', 'citus_internal')
    union all
    select format('%s.%s', n.nspname, c.relname), c.relowner, c.relacl
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('pg_catalog', 'information_schema', 'citus', 'citus_internal')
  )
select format('%s is owned by %s, row security %s', name, pg_get_userbyid(relowner),
  case when relrowsecurity and relforcerowsecurity then 'forced' when relrowsecurity then 'enabled' else 'off' end) as fact
from relation where relkind in ('r', 'p')
union
-- All policies of a table in one line, so that a missing one is seen too.
select format('%s has the policies: %s', r.name, (
  select string_agg(format('%s %s for %s to %s using %s check %s', p.polname,
    case when p.polpermissive then 'permissive' else 'restrictive' end, p.polcmd,
    (select string_agg(case role when 0 then 'public' else pg_get_userbyid(role)::text end, ', ' order by role) from unnest(p.polroles) role),
    coalesce(pg_get_expr(p.polqual, p.polrelid), '-'), coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-')), '; ' order by p.polname)
  from pg_policy p where p.polrelid = r.oid))
from relation r
where r.relkind in ('r', 'p') and not exists (
  -- An expression is null when the table was dropped a moment ago, as a shard is after it was moved.
  select from pg_policy p where p.polrelid = r.oid and p.polqual is not null and pg_get_expr(p.polqual, p.polrelid) is null)
union
select format('%s has the triggers: %s', r.name, (
  select string_agg(format('%s %s type %s calls %s', regexp_replace(g.tgname, '_[0-9]{6,}$', ''), g.tgenabled, g.tgtype, g.tgfoid::regprocedure),
    '; ' order by g.tgname)
  from pg_trigger g where g.tgrelid = r.oid and not g.tgisinternal))
from relation r where r.relkind in ('r', 'p')
union
-- A view's text is left out, because Citus writes it again in other words. A view of schema app has the rights of its caller.
select format('%s is of kind %s, owned by %s, %s', name, relkind, pg_get_userbyid(relowner), coalesce(reloptions::text, 'without options'))
from relation where relkind not in ('r', 'p')
union
select format('%s is owned by %s, %s', name, pg_get_userbyid(proowner), encode(sha256(convert_to(concat_ws('|', l.lanname,
  pg_get_function_result(f.oid), prosecdef, provolatile, proleakproof, proconfig, prosrc, probin, pg_get_function_sqlbody(f.oid)), 'UTF8')), 'hex'))
from routine f join pg_language l on l.oid = f.prolang
union
select format('%s on %s to %s', a.privilege_type || case when a.is_grantable then ' with grant option' else '' end, e.object,
  case a.grantee when 0 then 'PUBLIC' else pg_get_userbyid(a.grantee)::text end)
from entry e, aclexplode(e.acl) a where a.grantee <> e.owner
union
select format('new functions of %s: %s', nspname, coalesce((
  select string_agg(d.defaclacl::text, ' ' order by d.oid) from pg_default_acl d
  where d.defaclrole = n.nspowner and d.defaclnamespace = 0 and d.defaclobjtype = 'f'), 'are PUBLIC''s'))
from pg_namespace n where n.nspname = 'app'
union
select format('role %s%s%s%s%s%s%s%s until %s', rolname, case when rolcanlogin then ' login' end, case when rolsuper then ' superuser' end,
  case when rolinherit then ' inherit' end, case when rolcreaterole then ' createrole' end, case when rolcreatedb then ' createdb' end,
  case when rolreplication then ' replication' end, case when rolbypassrls then ' bypassrls' end, coalesce(rolvaliduntil::text, 'ever'))
from service_role
union
select format('%s is a member of %s', m.member::regrole, m.roleid::regrole)
from pg_auth_members m join service_role r on r.oid in (m.member, m.roleid)
union
select format('%s has the setting %s', coalesce(nullif(s.setrole, 0)::regrole::text, 'every role'), setting)
from pg_db_role_setting s, unnest(s.setconfig) setting
where s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
  and (s.setrole = 0 or s.setrole in (select oid from service_role))
union
select 'the extension ' || extname from pg_extension
union
select 'the schema ' || nspname from pg_namespace where nspname !~ '^pg_'
union
select 'the event trigger ' || evtname from pg_event_trigger
union
select format('%s has the rule %s', r.name, w.rulename) from pg_rewrite w join relation r on r.oid = w.ev_class where w.rulename <> '_RETURN'
union
select 'a right on the setting ' || parname from pg_parameter_acl
union
select 'a large object' from pg_largeobject_metadata
union
select 'PostgreSQL''s own functions and operators: ' || encode(sha256(convert_to(
  (select string_agg(concat_ws('|', p.oid, p.prolang, p.prosrc, p.probin, p.provolatile, p.prosecdef, p.proleakproof), E'\n' order by p.oid)
   from pg_proc p where p.oid < 12000) ||
  (select string_agg(concat_ws('|', o.oid, o.oprname, o.oprcode::oid), E'\n' order by o.oid) from pg_operator o where o.oid < 12000) ||
  (select string_agg(concat_ws('|', c.oid, c.castsource, c.casttarget, c.castfunc::oid, c.castcontext, c.castmethod), E'\n' order by c.oid)
   from pg_cast c where c.oid < 12000), 'UTF8')), 'hex');

-- Returns what is open on a node of the Citus cluster and not on the coordinator, and nodes whose context keys differ.
-- Runs as the owner, who alone may log in on the nodes from here. Fails when a node cannot be reached, which says nothing
-- about the wall.
create or replace function sec.node_violation() returns table (rule text, object text, detail text)
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  facts constant text := format('select coalesce(json_agg(fact), ''[]'') from (%s) f', rtrim(pg_get_viewdef('ops.node_fact'::regclass), ';'));
  keys constant text := $sql$select coalesce(encode(sha256(string_agg(convert_to(kid || ':', 'UTF8') || key, ''::bytea order by kid)), 'hex'), 'none')
    from sec.context_key$sql$;
  own_facts text[];
  own_keys text;
  node record;
begin
  if not exists (select from pg_extension where extname = 'citus') then
    return;
  end if;
  select array_agg(fact) into own_facts from ops.node_fact;
  select coalesce(encode(sha256(string_agg(convert_to(kid || ':', 'UTF8') || key, ''::bytea order by kid)), 'hex'), 'none') into own_keys
    from sec.context_key;
  for node in
    select format('%s:%s', n.nodename, n.nodeport) as name, f.success, f.result, k.success as has_keys, k.result as keys
    from pg_dist_node n,
      master_run_on_worker(array[n.nodename], array[n.nodeport], array[facts], false) f,
      master_run_on_worker(array[n.nodename], array[n.nodeport], array[keys], false) k
    where n.noderole = 'primary'
    order by n.nodeid
  loop
    if not node.success and node.result ~ '^(failed to connect|connection lost)' then
      raise exception 'the node % of the cluster cannot be reached', node.name using errcode = 'system_error';
    end if;
    rule := 'P40';
    object := 'node ' || node.name;
    if not node.success then
      detail := 'cannot be read: ' || node.result;
      return next;
    else
      return query select 'P40', 'node ' || node.name, fact || ', and not so on the coordinator'
        from json_array_elements_text(node.result::json) fact where fact <> all (own_facts) order by fact;
    end if;
    if not node.has_keys then
      detail := 'has no table sec.context_key that can be read: ' || node.keys;
      return next;
    elsif node.keys <> own_keys then
      detail := 'has other keys in sec.context_key than the coordinator';
      return next;
    end if;
  end loop;
end
$$;
grant execute on function sec.node_violation() to ${alongside.service}_app;

--changeset alongside:proofs-1-view splitStatements:false stripComments:false runOnChange:true
create or replace view ops.violation as
with
  canonical (expression) as (values ('(tenant_id = sec.tenant())')),
  -- Every relation that holds or shows rows, except those of sec and ops (keys and queue: P00 covers their grants).
  relation as (
    select c.oid, n.nspname, c.relname, c.relkind, c.relrowsecurity, c.relforcerowsecurity, c.relowner, c.relacl, c.reloptions,
      format('%s.%s', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname not in ('sec', 'ops', 'information_schema') and n.nspname !~ '^pg_' and not exists (
      select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  ),
  tables as (select * from relation where relkind in ('r', 'p')),
  -- Every relation of ours, with those of sec and ops.
  own_relation as (
    select c.oid, n.nspname, c.relname, c.relkind, c.relowner, format('%s.%s', n.nspname, c.relname) as name
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and c.relkind not in ('i', 'I', 'c') and not exists (
      select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
  ),
  tenant_column as (
    select attrelid, attnum, attnotnull, atttypid from pg_attribute where attname = 'tenant_id' and not attisdropped
  ),
  own_function as (
    select p.*, n.nspname, format('%s.%s(%s)', n.nspname, p.proname, oidvectortypes(p.proargtypes)) as signature,
      encode(sha256(convert_to(concat_ws('|', l.lanname, pg_get_function_result(p.oid), p.prosecdef, p.provolatile,
        p.proconfig, p.prosrc, pg_get_function_sqlbody(p.oid)), 'UTF8')), 'hex') as digest
    from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
    where n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and not exists (
      select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
  ),
  -- The rights on PostgreSQL's own objects, as they are and as initdb gave them.
  built_in (class, object, part, name, owner, acl, initial) as (
    select i.class, i.object, i.part, i.name, i.owner, i.acl, coalesce(p.initprivs, i.usual)
    from (
      select 'pg_class'::regclass::oid as class, c.oid as object, 0 as part, c.oid::regclass::text as name, c.relowner as owner, c.relacl as acl,
        acldefault('r', c.relowner) as usual
      from pg_class c where c.relnamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) and c.relacl is not null
      union all
      select 'pg_class'::regclass::oid, c.oid, a.attnum, format('%s (%s)', c.oid::regclass, a.attname), c.relowner, a.attacl, acldefault('c', c.relowner)
      from pg_attribute a join pg_class c on c.oid = a.attrelid
      where c.relnamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) and a.attacl is not null
      union all
      select 'pg_proc'::regclass::oid, p.oid, 0, p.oid::regprocedure::text, p.proowner, p.proacl, acldefault('f', p.proowner)
      from pg_proc p where p.pronamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) and p.proacl is not null
      union all
      select 'pg_namespace'::regclass::oid, n.oid, 0, 'schema ' || n.nspname, n.nspowner, n.nspacl, acldefault('n', n.nspowner)
      from pg_namespace n where n.nspname in ('pg_catalog', 'information_schema') and n.nspacl is not null
      union all
      select 'pg_language'::regclass::oid, l.oid, 0, 'language ' || l.lanname, l.lanowner, l.lanacl, acldefault('l', l.lanowner)
      from pg_language l where l.lanacl is not null
    ) i left join pg_init_privs p on p.classoid = i.class and p.objoid = i.object and p.objsubid = i.part
  ),
  owner_role as (select nspowner as oid, pg_get_userbyid(nspowner)::text as name from pg_namespace where nspname = 'app'),
  service as (select regexp_replace(name, '_owner$', '') as name from owner_role),
  -- A row where this is a database of a Citus cluster.
  citus as (select from pg_extension where extname = 'citus'),
  -- Every login role of the service except the migrator.
  runtime_role as (
    select r.* from pg_roles r, service s
    where starts_with(r.rolname, s.name || '_') and r.rolname not in (s.name || '_owner', s.name || '_migrator')
  ),
  violation (rule, object, detail) as (
    select 'P00', object, format('%s to %s is on no list', privilege, role)
    from ops.granted g
    where object !~ '^app\.' and not exists (
      select from ops.reviewed_grant r where r.role = g.role and r.object = g.object and r.privilege = g.privilege)
      and not exists (
      select from citus, owner_role o
      where g.role = o.name and ((g.object, g.privilege) in (('database', 'CONNECT'), ('schema citus_internal', 'USAGE'))
        or (g.object ~ '^function citus_internal\.' and g.privilege = 'EXECUTE')))

    union all
    select 'P01', t.name, 'tenant_id is missing, nullable or not a uuid'
    from tables t left join tenant_column c on c.attrelid = t.oid
    where c.attnum is null or not c.attnotnull or c.atttypid <> 'uuid'::regtype

    union all
    select 'P02', name, 'row security is not enabled and forced'
    from tables where not (relrowsecurity and relforcerowsecurity)

    union all
    select 'P03', t.name, 'no restrictive fence for ALL to PUBLIC with the canonical expression'
    from tables t, canonical
    where not exists (
      select from pg_policy p
      where p.polrelid = t.oid and not p.polpermissive and p.polcmd = '*' and p.polroles = '{0}'
        and pg_get_expr(p.polqual, p.polrelid) = expression and pg_get_expr(p.polwithcheck, p.polrelid) = expression)

    union all
    select 'P04', format('%s %s', t.name, p.polname), 'a policy with another expression'
    from tables t join pg_policy p on p.polrelid = t.oid, canonical
    where coalesce(pg_get_expr(p.polqual, p.polrelid), expression) <> expression
       or coalesce(pg_get_expr(p.polwithcheck, p.polrelid), expression) <> expression

    union all
    select 'P05', i.indexrelid::regclass::text, 'a unique or exclusion index does not begin with tenant_id'
    from pg_index i join tables t on t.oid = i.indrelid join tenant_column c on c.attrelid = t.oid
    where (i.indisunique or i.indisexclusion) and i.indkey[0] <> c.attnum

    union all
    select 'P06', format('%s %s', t.name, k.conname), 'a foreign key does not pair tenant_id with tenant_id'
    from pg_constraint k join tables t on t.oid = k.conrelid
    where k.contype = 'f' and not exists (
      select from tenant_column a, tenant_column b, generate_subscripts(k.conkey, 1) i
      where a.attrelid = k.conrelid and b.attrelid = k.confrelid and k.conkey[i] = a.attnum and k.confkey[i] = b.attnum)
    union all
    select distinct 'P06', format('%s %s', t.name, k.conname), 'a constraint is switched off'
    from pg_constraint k join tables t on t.oid in (k.conrelid, k.confrelid) left join pg_trigger g on g.tgconstraint = k.oid
    where k.contype in ('f', 'c') and (not k.convalidated or g.tgenabled = 'D')

    union all
    select 'P07', format('%s %s', t.name, k.conname), 'a foreign key has no index that begins with tenant_id and its columns'
    from pg_constraint k join tables t on t.oid = k.conrelid left join tenant_column c on c.attrelid = t.oid
    where k.contype = 'f' and not exists (
      select from pg_index i
      where i.indrelid = k.conrelid and i.indpred is null and i.indkey[0] is not distinct from coalesce(c.attnum, i.indkey[0])
        and (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)

    union all
    select 'P08', name, 'a view does not run with the rights of its caller'
    from relation
    where relkind = 'v' and not coalesce(reloptions, '{}') && array['security_invoker=true', 'security_invoker=on', 'security_invoker=1']

    union all
    select 'P09', name, 'a materialised view or foreign table, which row security does not cover'
    from relation where relkind in ('m', 'f')

    union all
    select 'P10', signature, 'a SECURITY DEFINER function outside sec, without a pinned search_path, or PUBLIC''s'
    from own_function f
    where prosecdef and (nspname <> 'sec'
      or not exists (select from unnest(proconfig) setting where setting like 'search_path=%')
      or exists (select from aclexplode(coalesce(proacl, acldefault('f', proowner))) where grantee = 0))

    union all
    select 'P11', rolname, 'a role of the service has an attribute that it must not have'
    from pg_roles, service s
    where rolname in (select rolname from runtime_role union select s.name || '_owner' union select s.name || '_migrator')
      and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication or rolinherit
        -- On Citus the owner comes from the other nodes, and never with a password: each would have expired.
        or (rolcanlogin and rolname = s.name || '_owner'
          and not (exists (select from citus) and rolvaliduntil is not distinct from '-infinity'::timestamptz)))

    union all
    select 'P12', m.member::regrole::text, format('is a member of %s', m.roleid::regrole)
    from pg_auth_members m, service s, owner_role o
    where m.member in (select oid from runtime_role)
       or (m.roleid = o.oid and m.member is distinct from to_regrole(s.name || '_migrator'))
       or m.roleid in (select oid from runtime_role)
       -- PostgreSQL 15 does not have inherit_option.
       or (m.roleid = o.oid and (m.admin_option or coalesce((to_jsonb(m) ->> 'inherit_option')::boolean, false)))

    union all
    select 'P13', r.name, format('is owned by %s', relowner::regrole)
    from own_relation r, owner_role o where relowner <> o.oid
    union all
    select 'P13', signature, format('is owned by %s', proowner::regrole)
    from own_function, owner_role o where proowner <> o.oid

    union all
    -- What P30 may except for a role of the installation's own ends here. 10 is the superuser that initdb made.
    select 'P14', rolname, 'could pass by row security or give itself a role that may'
    from pg_roles where oid <> 10 and (rolsuper or rolbypassrls or rolcreaterole)
    union all
    select 'P14', m.member::regrole::text, format('is a member of %s', m.roleid::regrole)
    from pg_auth_members m
    where starts_with(m.roleid::regrole::text, 'pg_') and not starts_with(m.member::regrole::text, 'pg_')
      and m.roleid::regrole::text not in ('pg_monitor', 'pg_read_all_settings', 'pg_read_all_stats', 'pg_stat_scan_tables')

    union all
    select 'P15', object, format('%s to %s, which row security does not cover', privilege, role)
    from ops.granted where privilege ~ '^(TRUNCATE|REFERENCES|TRIGGER|MAINTAIN)'

    union all
    select 'P16', object, format('%s to PUBLIC', privilege) from ops.granted where role = 'PUBLIC'

    union all
    select 'P17', object, format('%s to %s is on no list', privilege, role)
    from ops.granted g
    where object ~ '^app\.' and not exists (
      select from ops.reviewed_grant r where r.role = g.role and r.object = g.object and r.privilege = g.privilege)
    union all
    select 'P17', object, format('%s to %s is on the list and not granted', privilege, role)
    from ops.reviewed_grant r
    where not exists (
      select from ops.granted g where g.role = r.role and g.object = r.object and g.privilege = r.privilege)

    union all
    select 'P18', coalesce(setrole::regrole::text, 'every role'), 'a setting that decides what a council sees is given by default'
    from pg_db_role_setting, unnest(setconfig) setting
    where setting ~* '^(app\.|row_security|session_replication_role|session_preload_libraries|local_preload_libraries)'

    union all
    select 'P19', p.oid::regprocedure::text, 'a function that is not PostgreSQL''s own is marked leakproof'
    from pg_proc p where p.proleakproof and p.pronamespace <> 'pg_catalog'::regnamespace

    union all
    select 'P20', name, 'a sequence, which counts for all councils' from relation where relkind = 'S'

    union all
    select 'P21', pubname, 'a publication streams rows without row security' from pg_publication

    union all
    select 'P22', format('%s %s', r.name, w.rulename), 'a rewrite rule'
    from relation r join pg_rewrite w on w.ev_class = r.oid where w.rulename <> '_RETURN'

    union all
    select 'P23', oid::text, 'a large object, which has no row security' from pg_largeobject_metadata

    union all
    select 'P24', role, format('may %s in the database', privilege)
    from ops.granted where object = 'database' and privilege <> 'CONNECT'
    union all
    select 'P24', role, format('may create in %s', object)
    from ops.granted where object ~ '^schema ' and privilege = 'CREATE'

    union all
    select 'P25', f.signature, 'runs dynamic SQL and a runtime role may call it'
    from own_function f
    where f.prosrc ~* '\mexecute\M'
      and exists (select from runtime_role r where has_function_privilege(r.oid, f.oid, 'execute'))

    union all
    select 'P26', signature, format('is not a function that was reviewed: sha-256 %s', digest)
    from own_function
    where (signature, digest) not in (select signature, digest from ops.reviewed_function)
    union all
    select 'P26', r.signature, 'was reviewed and is not there'
    from ops.reviewed_function r where not exists (select from own_function f where f.signature = r.signature)

    union all
    select 'P27', object, format('%s to %s: only the owner has rights on the tables of sec', privilege, role)
    from ops.granted where object ~ '^sec\.'

    union all
    select 'P28', object, format('%s to %s: audit records are read and appended only', privilege, role)
    from ops.granted where object ~ '^[a-z]+\.audit_' and privilege !~ '^(SELECT|INSERT)( \(|$)'

    union all
    -- 58: before each statement that updates (16), deletes (8) or truncates (32)
    select 'P29', name, 'has no enabled append_only trigger with the reviewed function'
    from tables t
    where relname ~ '^audit_' and not exists (
      select from pg_trigger g
      where g.tgrelid = t.oid and g.tgname = 'append_only' and g.tgenabled in ('O', 'A') and g.tgtype = 58 and g.tgqual is null
        and g.tgfoid = to_regprocedure('app.audit_is_append_only()'))

    union all
    -- 10 is the superuser that initdb made.
    select 'P30', rolname, 'may log in and is not a role of this product'
    from pg_roles
    where rolcanlogin and oid <> 10
      and rolname !~ '^((conversations|tenant)_(app|jobs|migrator)|conversations_public|keycloak)$'
      and not (exists (select from citus) and rolname ~ '^(conversations|tenant)_owner$'
        and rolvaliduntil is not distinct from '-infinity'::timestamptz)
    union all
    select 'P30', rolname, 'has an attribute of an administrator'
    from pg_roles where oid <> 10 and (rolsuper or rolcreaterole or rolcreatedb or rolreplication or rolbypassrls)
    union all
    select 'P30', m.member::regrole::text, format('is a member of %s', m.roleid::regrole)
    from pg_auth_members m
    where starts_with(m.roleid::regrole::text, 'pg_') and not starts_with(m.member::regrole::text, 'pg_')

    union all
    select 'P31', b.name, format('%s to %s, which a new server does not grant', a.privilege_type,
      case a.grantee when 0 then 'PUBLIC' else pg_get_userbyid(a.grantee)::text end)
    from built_in b, aclexplode(b.acl) a
    where b.acl is distinct from b.initial and a.grantee <> b.owner
      -- initdb opens the information schema to everyone without a record of it.
      and not (a.grantee = 0 and a.privilege_type in ('SELECT', 'USAGE') and b.name ~ '^(schema )?information_schema')
      and not exists (
      select from aclexplode(b.initial) i where i.grantee = a.grantee and i.privilege_type = a.privilege_type)

    union all
    select 'P32', parname, 'a right on a setting is granted' from pg_parameter_acl

    union all
    select 'P33', extname, 'an extension that this product does not use'
    from pg_extension where extname not in ('plpgsql', 'pgcrypto', 'pg_trgm', 'btree_gist', 'unaccent', 'citus', 'citus_columnar')
    union all
    select 'P33', d.objid::regclass::text, format('was made a part of the extension %s, which takes it out of every other rule', e.extname)
    from pg_depend d join pg_extension e on e.oid = d.refobjid
    where d.deptype = 'e' and d.classid = 'pg_class'::regclass and d.refclassid = 'pg_extension'::regclass and e.extname !~ '^citus'
    union all
    select 'P33', p.oid::regprocedure::text, format('is not the function of the extension %s', e.extname)
    from pg_depend d join pg_extension e on e.oid = d.refobjid join pg_proc p on p.oid = d.objid join pg_language l on l.oid = p.prolang
    where d.deptype = 'e' and d.classid = 'pg_proc'::regclass and d.refclassid = 'pg_extension'::regclass and e.extname !~ '^citus'
      and (l.lanname <> 'c' or p.probin is distinct from '$libdir/' || e.extname)
    union all
    select 'P33', 'sec.hmac(bytea, bytea, text)', 'is not the function that checks signatures'
    where not exists (
      select from pg_proc p join pg_depend d on d.objid = p.oid and d.classid = 'pg_proc'::regclass and d.deptype = 'e'
      where p.oid = to_regprocedure('sec.hmac(bytea, bytea, text)') and p.prosrc = 'pg_hmac' and p.probin = '$libdir/pgcrypto')

    union all
    select 'P34', coalesce(nullif(s.setrole, 0)::regrole::text, 'every role'), format('%s is set by default', setting)
    from pg_db_role_setting s, unnest(s.setconfig) setting
    where s.setdatabase in (0, (select oid from pg_database where datname = current_database()))
      and not (s.setdatabase = 0 and setting in ('citus.propagate_set_commands=local', 'search_path=app, ext')
        and pg_get_userbyid(s.setrole) ~ '^(conversations|tenant)_(app|jobs|migrator|public)$')
      and not (s.setdatabase = 0 and setting = 'citus.enable_unsafe_triggers=on' and exists (select from citus)
        and pg_get_userbyid(s.setrole) ~ '^(conversations|tenant)_migrator$')
      and not (s.setdatabase = 0 and setting = 'citus.skip_advisory_lock_permission_checks=on' and exists (select from citus)
        and pg_get_userbyid(s.setrole) = 'tenant_app')
    union all
    select 'P34', r.rolname, format('%s is not set by default', expected)
    from pg_roles r, service s, unnest(array['citus.propagate_set_commands=local', 'search_path=app, ext']) expected
    where r.rolcanlogin and starts_with(r.rolname, s.name || '_') and r.rolname <> s.name || '_owner' and not exists (
      select from pg_db_role_setting d where d.setrole = r.oid and d.setdatabase = 0 and expected = any (d.setconfig))

    union all
    select 'P35', 'database', format('is owned by %s', pg_get_userbyid(d.datdba))
    from pg_database d join pg_roles r on r.oid = d.datdba
    where d.datname = current_database() and r.rolcanlogin and not r.rolsuper
    union all
    select 'P35', 'schema ' || n.nspname, format('is owned by %s', pg_get_userbyid(n.nspowner))
    from pg_namespace n join pg_roles r on r.oid = n.nspowner
    where case
        when n.nspname in ('app', 'sec', 'ops', 'shared') then r.rolname not in ('conversations_owner', 'tenant_owner')
        when n.nspname = 'public' then r.rolname <> 'pg_database_owner' and not r.rolsuper
        else not r.rolsuper end
    union all
    select 'P35', 'schema ' || nspname, 'a schema that this product does not use'
    from pg_namespace
    where nspname not in ('app', 'sec', 'ops', 'shared', 'ext', 'public', 'information_schema') and nspname !~ '^(pg_|citus)'

    union all
    select 'P36', 'sec.context_key', format('holds %s keys, not one or two', count(*))
    from sec.context_key having count(*) not between 1 and 2

    union all
    -- 16384 is the first id that initdb does not use.
    select 'P37', p.oid::regprocedure::text, 'was added to PostgreSQL''s own schema'
    from pg_proc p
    where p.oid >= 16384 and p.pronamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) and not exists (
      select from pg_depend d where d.classid = 'pg_proc'::regclass and d.objid = p.oid and d.deptype = 'e')
    union all
    select 'P37', c.oid::regclass::text, 'was added to PostgreSQL''s own schema'
    from pg_class c
    where c.oid >= 16384 and c.relnamespace in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) and not exists (
      -- An index belongs to its table, and a composite type's relation to its type.
      select from pg_depend d
      where d.deptype = 'e' and (
        (d.classid = 'pg_class'::regclass and d.objid in (c.oid, (select i.indrelid from pg_index i where i.indexrelid = c.oid)))
        or (c.relkind = 'c' and d.classid = 'pg_type'::regclass and d.objid = c.reltype)))

    union all
    select 'P38', 'database ' || d.datname, format('%s to %s', a.privilege_type,
      case a.grantee when 0 then 'PUBLIC' else pg_get_userbyid(a.grantee)::text end)
    from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a
    where d.datname in ('postgres', 'template1') and a.grantee <> d.datdba
      and (a.grantee = 0 or pg_get_userbyid(a.grantee) ~ '^(conversations|tenant)_')

    union all
    select rule, object, detail from sec.node_violation()
  )
select v.rule, v.object, v.detail
from violation v
where v.rule not in ('P01', 'P02', 'P03', 'P04', 'P20', 'P25', 'P30')
   or not exists (select from ops.allowed a where a.rule = v.rule and a.object = v.object);

grant select on ops.violation, ops.allowed to ${alongside.service}_app;

--changeset alongside:proofs-2-lists runOnChange:true
insert into ops.reviewed_grant (role, object, privilege) values
  ('${alongside.service}_app', 'ops.violation', 'SELECT'),
  ('${alongside.service}_app', 'ops.allowed', 'SELECT'),
  ('${alongside.service}_app', 'function sec.node_violation()', 'EXECUTE')
  on conflict do nothing;
insert into ops.allowed (rule, object, reason) values
  ('P25', 'app.bind(text, integer)', 'SET LOCAL takes no parameter; both values go through format %L.')
  on conflict do nothing;
insert into ops.reviewed_function (signature, digest) values
  ('app.fence(regclass)', '5c685198da69c0dc288ef7a7ffb13d3d06f10187e0c19d5a8bd252528e765334'),
  ('app.permit(regclass, text, text)', 'b6c3c0416df8d3b7249e990fe2f2822cf16cece99899a08af1822077d29f729e'),
  ('app.place(regclass, text)', 'ba62bd6a2d89c3ca3e8a42a091a7008c6266e07d2faa7f73a095b3906e75a76c'),
  ('app.repair_nodes()', '433657b8244e3c3887aee9a471ec1224b09ffce1640f58140d141190cd81f9c4'),
  ('app.bind(text, integer)', '9b7644ede2b6cb2b79a2bbe653f531058b8fb643594a386d6e4d7fce589cc68f'),
  ('app.unforced(regclass[], text)', 'a880cb720e2f77ac9c29517421c8cced732056438789702391025408ed41de94'),
  ('app.council_is_suspended(text)', 'dec2df7afe0002e37dfc101297b383d60dafdbb9c7f0d7725d9be9853f6c270a'),
  ('app.member_of(text, text, text, timestamp with time zone)', 'aff7ed1cdce9b66053f2a7efcde2e9d32439e40272b97faae19db201198be4a4'),
  ('sec.node_violation()', '0dc20f47fdf9e687fa13881b07a83b469f7947bd2fbd9c4f521c34ec8241a2a4'),
  ('sec.tenant()', 'fa65bf8cfe022af0fd40fdc00e33cf9cc3af2c830084edfd4dc4ee835e755c0e')
  on conflict (signature) do update set digest = excluded.digest;
