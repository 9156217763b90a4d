-- Answers as sec.tenant() does, but reads every field by a regular expression before it looks at the signature. ContextFuzzTest
-- compares the two.
create function sec.tenant_with_pattern() returns uuid
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
alter function sec.tenant_with_pattern() owner to conversations_owner;
grant execute on function sec.tenant_with_pattern() to conversations_app;
