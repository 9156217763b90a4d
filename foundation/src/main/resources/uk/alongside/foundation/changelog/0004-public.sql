--liquibase formatted sql

-- Grants the role of public pages what a bound transaction needs and no more. The service grants it columns one by one
-- (app.permit with 'public').

--changeset alongside:public-1-role splitStatements:false stripComments:false
do $$
begin
  if '${alongside.service}' = 'conversations' then
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
