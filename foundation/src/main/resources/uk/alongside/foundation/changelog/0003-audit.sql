--liquibase formatted sql

-- Who read or changed what, as a chain for each council: an event's hash covers its own words and the hash before it.
-- The service appends (uk.alongside.foundation.audit.Audit); the database keeps what was appended.

--changeset alongside:audit splitStatements:false stripComments:false
create function app.audit_is_append_only() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'What was audited stays as it is.' using errcode = 'insufficient_privilege';
end
$$;

create table app.audit_event (
  tenant_id uuid not null,
  seq bigint not null check (seq > 0),
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('member', 'operator', 'service')),
  actor uuid,
  action text not null check (action ~ '^[a-z][a-z-]{0,39}$'),
  kind text not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
  subjects text not null,
  prev bytea not null check (length(prev) = 32),
  hash bytea not null check (length(hash) = 32),
  primary key (tenant_id, seq)
);
comment on column app.audit_event.subjects is 'Canonical JSON: what was done to which ids. The bytes that were hashed.';
create index audit_event_kind on app.audit_event (tenant_id, kind, seq);
create index audit_event_actor on app.audit_event (tenant_id, actor, seq);
create index audit_event_at on app.audit_event (tenant_id, at);
create trigger append_only before update or delete or truncate on app.audit_event
  for each statement execute function app.audit_is_append_only();
call app.fence('app.audit_event');
call app.place('app.audit_event', 'council');
call app.permit('app.audit_event', 'select, insert');

-- Finds the events about one id; the events themselves are the record.
create table app.audit_subject (
  tenant_id uuid not null,
  id uuid not null,
  seq bigint not null,
  primary key (tenant_id, id, seq)
);
create trigger append_only before update or delete or truncate on app.audit_subject
  for each statement execute function app.audit_is_append_only();
call app.fence('app.audit_subject');
call app.place('app.audit_subject', 'council');
call app.permit('app.audit_subject', 'select, insert');

-- The end of the other service's chain, hour by hour: who cuts or rewrites that chain does not reach this database.
create table app.audit_anchor (
  tenant_id uuid not null,
  seq bigint not null check (seq > 0),
  hash bytea not null check (length(hash) = 32),
  received_at timestamptz not null,
  primary key (tenant_id, seq)
);
create trigger append_only before update or delete or truncate on app.audit_anchor
  for each statement execute function app.audit_is_append_only();
call app.fence('app.audit_anchor');
call app.place('app.audit_anchor', 'council');
call app.permit('app.audit_anchor', 'select, insert');

insert into ops.reviewed_function (signature, digest) values ('app.audit_is_append_only()', 'f3612db69c64e69f35968fb51e5119efb5fb5f717a2b34b16cb33f2cea0ea9fc');
