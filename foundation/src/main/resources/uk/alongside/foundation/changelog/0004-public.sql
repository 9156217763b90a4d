--liquibase formatted sql

-- The role that public pages are read with: what a bound transaction needs and nothing else. Columns are given by the
-- service, one by one (app.permit with 'public').

--changeset alongside:public-role splitStatements:false stripComments:false
do $$
begin
  if '${service}' = 'conversations' then
    grant execute on function sec.tenant() to conversations_public;
    grant execute on function app.bind(text, integer) to conversations_public;
    insert into ops.reviewed_grant (role, object, privilege) values
      ('conversations_public', 'database', 'CONNECT'),
      ('conversations_public', 'schema app', 'USAGE'),
      ('conversations_public', 'schema sec', 'USAGE'),
      ('conversations_public', 'function sec.tenant()', 'EXECUTE'),
      ('conversations_public', 'function app.bind(text, integer)', 'EXECUTE');
  end if;
end
$$;
