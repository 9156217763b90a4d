-- Roles in the manner of foundation's own file, which is not on the class path of this module.
select set_config('bootstrap.service', :'service', false),
       set_config('bootstrap.app_password', :'app_password', false),
       set_config('bootstrap.jobs_password', :'jobs_password', false);

do $$
declare
  service text := current_setting('bootstrap.service');
  part text;
begin
  foreach part in array array['app', 'jobs'] loop
    if not exists (select from pg_roles where rolname = service || '_' || part) then
      execute format('create role %I', service || '_' || part);
    end if;
    execute format('alter role %I login password %L', service || '_' || part,
                   current_setting('bootstrap.' || part || '_password'));
    execute format('grant connect on database %I to %I', current_database(), service || '_' || part);
  end loop;
  execute format('revoke all on database %I from public', current_database());
  execute format('alter role %I in database %I set work_mem = ''5MB''', service || '_app', current_database());
end $$;
