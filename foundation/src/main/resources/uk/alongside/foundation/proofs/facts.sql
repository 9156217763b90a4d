-- Lists, one line each, what a migration could open: rights, functions, triggers, exceptions, PostgreSQL's own functions,
-- and the tables and policies outside schema app. ReviewedWall compares the lines with the file of the release. Reads PostgreSQL's catalogue itself,
-- and not the views of ops, because a migration could replace those.
with
  ours as (
    select n.oid, n.nspname from pg_namespace n
    where n.nspname not in ('information_schema', 'public') and n.nspname !~ '^(pg_|citus)'
  ),
  member as (select classid, objid from pg_depend where deptype = 'e'),
  relation as (
    select c.*, o.nspname, format('%s.%s', o.nspname, c.relname) as name
    from pg_class c join ours o on o.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'v', 'm', 'f', 'S')
      and not exists (select from member m where m.classid = 'pg_class'::regclass and m.objid = c.oid)
  ),
  entry (grantee, owner, privilege, object) as (
    select a.grantee, r.relowner, a.privilege_type || case when a.is_grantable then ' with grant option' else '' end, r.name from relation r, aclexplode(r.relacl) a
    union all
    select a.grantee, r.relowner, format('%s (%s)%s', a.privilege_type, c.attname, case when a.is_grantable then ' with grant option' end), r.name
    from relation r join pg_attribute c on c.attrelid = r.oid, aclexplode(c.attacl) a
    union all
    select a.grantee, p.proowner, a.privilege_type, format('function %s.%s(%s)', o.nspname, p.proname, oidvectortypes(p.proargtypes))
    from pg_proc p join ours o on o.oid = p.pronamespace, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
    where o.nspname <> 'ext' or not exists (
      select from member m where m.classid = 'pg_proc'::regclass and m.objid = p.oid)
    union all
    select a.grantee, n.nspowner, a.privilege_type, 'schema ' || n.nspname
    from pg_namespace n join ours o on o.oid = n.oid, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) a
    union all
    select a.grantee, d.datdba, a.privilege_type, 'database'
    from pg_database d, aclexplode(coalesce(d.datacl, acldefault('d', d.datdba))) a where d.datname = current_database()
    union all
    select a.grantee, d.defaclrole, a.privilege_type, 'default privileges' from pg_default_acl d, aclexplode(d.defaclacl) a
  )
select format('grant %s to %s on %s', privilege, case grantee when 0 then 'PUBLIC' else pg_get_userbyid(grantee)::text end, object) as fact
from entry where grantee <> owner
  -- On Citus the owner comes from the other nodes.
  and not (object = 'database' and privilege = 'CONNECT' and grantee = (select nspowner from pg_namespace where nspname = 'app')
    and exists (select from pg_extension where extname = 'citus'))
union
select format('function %s.%s(%s) %s', o.nspname, p.proname, oidvectortypes(p.proargtypes),
  encode(sha256(convert_to(concat_ws('|', l.lanname, pg_get_function_result(p.oid), p.prosecdef, p.provolatile,
    p.proconfig, p.prosrc, pg_get_function_sqlbody(p.oid)), 'UTF8')), 'hex'))
from pg_proc p join ours o on o.oid = p.pronamespace join pg_language l on l.oid = p.prolang
where not exists (select from member m where m.classid = 'pg_proc'::regclass and m.objid = p.oid)
union
-- 58 is a trigger before each statement that updates, deletes or truncates.
select format('trigger %s on %s %s type %s calls %s.%s(%s)%s', g.tgname, r.name,
  case g.tgenabled when 'O' then 'enabled' when 'A' then 'always enabled' else 'disabled' end, g.tgtype, n.nspname, p.proname,
  encode(g.tgargs, 'escape'), case when g.tgqual is not null or g.tgattr <> '' then ' under a condition' else '' end)
from pg_trigger g join relation r on r.oid = g.tgrelid join pg_proc p on p.oid = g.tgfoid join pg_namespace n on n.oid = p.pronamespace
where not g.tgisinternal
union
select format('exception %s %s: %s', rule, object, reason) from ops.allowed
union
-- Liquibase owns the columns of its two tables, and no runtime role may read them.
select format('table %s%s: %s', r.name, case when r.relrowsecurity and r.relforcerowsecurity then ', row security forced' else '' end,
  case when r.relname ~ '^databasechangelog' then 'of Liquibase' else
    (select string_agg(format('%s %s', a.attname, format_type(a.atttypid, a.atttypmod)), ', ' order by a.attnum)
     from pg_attribute a where a.attrelid = r.oid and a.attnum > 0 and not a.attisdropped) end)
from relation r where r.nspname in ('sec', 'ops', 'shared', 'ext') and r.relkind <> 'v'
union
-- How PostgreSQL writes a view's text differs from one version to the next.
select format('view/%s %s %s', current_setting('server_version_num')::integer / 10000, r.name,
  encode(sha256(convert_to(pg_get_viewdef(r.oid), 'UTF8')), 'hex'))
from relation r where r.relkind = 'v'
union
-- The functions, operators and casts that every server of this version has. Their ids are fixed below 12000.
select format('built-in/%s %s', current_setting('server_version_num')::integer / 10000, encode(sha256(convert_to(
  (select string_agg(concat_ws('|', p.oid, p.proname, l.lanname, p.prosrc, p.probin, p.provolatile, p.prosecdef, p.proisstrict, p.proretset), E'\n' order by p.oid)
   from pg_proc p join pg_language l on l.oid = p.prolang where p.oid < 12000) ||
  (select string_agg(concat_ws('|', o.oid, o.oprname, o.oprcode::oid, o.oprcom, o.oprnegate), E'\n' order by o.oid) from pg_operator o where o.oid < 12000) ||
  (select string_agg(concat_ws('|', c.oid, c.castsource, c.casttarget, c.castfunc, c.castcontext, c.castmethod), E'\n' order by c.oid) from pg_cast c where c.oid < 12000),
  'UTF8')), 'hex'))
union
select format('policy %s on %s %s for %s to %s using %s check %s', p.polname, r.name,
  case when p.polpermissive then 'permissive' else 'restrictive' end, p.polcmd,
  (select string_agg(case role when 0 then 'public' else pg_get_userbyid(role)::text end, ', ' order by role) from unnest(p.polroles) role),
  coalesce(pg_get_expr(p.polqual, p.polrelid), '-'), coalesce(pg_get_expr(p.polwithcheck, p.polrelid), '-'))
from pg_policy p join relation r on r.oid = p.polrelid where r.nspname <> 'app'
order by fact
