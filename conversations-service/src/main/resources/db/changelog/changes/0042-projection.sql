--liquibase formatted sql

--changeset alongside:projection-2-empty-on-nodes splitStatements:false stripComments:false
-- Signs the context of the bound council for the owner, on a Citus cluster only. There a function with the owner's rights
-- reads and deletes on the nodes as the owner, and the context that the service brought is signed for the service. Only
-- functions of the owner may call it, each for the rest of the transaction.
create function sec.bind_owner_on_nodes() returns void
  language plpgsql volatile
  set search_path = pg_catalog, pg_temp
as $$
declare
  content text;
begin
  if not exists (select from pg_extension where extname = 'citus') then
    return;
  end if;
  select concat_ws('|', 'v1', kid, sec.tenant(), current_user, floor(extract(epoch from clock_timestamp()))::bigint + 10)
    into content from sec.context_key order by kid limit 1;
  execute format('set local app.ctx = %L', (
    select content || '|' || encode(sec.hmac(convert_to(content, 'UTF8'), k.key, 'sha256'), 'hex')
    from sec.context_key k where k.kid = split_part(content, '|', 2)));
end
$$;

-- As in projection-1. The transaction does nothing else, because Citus refuses one in which two roles change rows of the
-- same council.
create or replace function sec.empty_test_council() returns void
  language plpgsql volatile security definer
  set search_path = pg_catalog, pg_temp
as $$
declare
  bound constant uuid := sec.tenant();
begin
  if bound is not null then
    perform sec.bind_owner_on_nodes();
  end if;
  if bound is null or not exists (
      select from app.council c
      where c.tenant_id = bound and c.alias = 'installation-test' and c.demonstration and c.status = 'setting-up') then
    raise exception 'not the council for tests' using errcode = 'insufficient_privilege';
  end if;
  delete from app.person_to_tell where tenant_id = bound;
  delete from app.hold where tenant_id = bound;
  delete from app.booking where tenant_id = bound;
  delete from app.slot where tenant_id = bound;
  delete from app.session where tenant_id = bound;
  delete from app.person_term where tenant_id = bound;
  delete from app.person where tenant_id = bound;
  delete from app.day_revision where tenant_id = bound;
  delete from app.hub where tenant_id = bound;
  delete from app.idempotency where tenant_id = bound;
end
$$;
insert into ops.reviewed_function (signature, digest) values
  ('sec.bind_owner_on_nodes()', '8192bc62c0198e6c50472855db9a6719b466269444b17d72fda67f59b58216a8'),
  ('sec.empty_test_council()', '45eafdbb5d6186804ed627ad0f6c06092dba0a3f55f08be8aed89a22e97c57b1')
  on conflict (signature) do update set digest = excluded.digest;
