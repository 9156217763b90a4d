--liquibase formatted sql

-- Records which member read or changed what, as one chain for each council. The service appends events
-- (uk.alongside.foundation.audit.Audit) and seals them (AuditSealer); the database refuses any later change.

--changeset alongside:audit-1 splitStatements:false stripComments:false
create function app.audit_is_append_only() returns trigger
  language plpgsql
  set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'What was audited stays as it is.' using errcode = 'insufficient_privilege';
end
$$;
insert into ops.reviewed_function (signature, digest) values
  ('app.audit_is_append_only()', 'f3612db69c64e69f35968fb51e5119efb5fb5f717a2b34b16cb33f2cea0ea9fc');

-- An event is a plain row of its own transaction, appended without a lock. The database sets its time, so that no service
-- can backdate it. The service adds a code under a key that the database does not hold; the sealer checks it.
create table app.audit_event (
  tenant_id uuid not null,
  id uuid not null,
  at timestamptz not null default clock_timestamp(),
  actor_kind text not null,
  actor uuid,
  action text not null,
  kind text not null,
  subjects text not null,
  details text not null,
  key_id text not null,
  mac bytea not null,
  constraint audit_event_pkey primary key (tenant_id, id),
  constraint audit_event_actor_kind_known check (actor_kind in ('member', 'operator', 'service')),
  constraint audit_event_action_pattern check (action ~ '^[a-z][a-z-]{0,39}$'),
  constraint audit_event_kind_pattern check (kind ~ '^[a-z][a-z-]{0,39}$'),
  constraint audit_event_details_length check (length(details) <= 40000),
  constraint audit_event_at_finite check (isfinite(at)),
  constraint audit_event_mac_length check (length(mac) = 32)
);
comment on column app.audit_event.subjects is 'Canonical JSON: what was done to which ids. The bytes that are sealed.';
comment on column app.audit_event.details is
  'JSON: values that are no personal data, such as a setting before and after a change. The bytes that are sealed.';
create index audit_event_at on app.audit_event (tenant_id, at, id);
create index audit_event_kind on app.audit_event (tenant_id, kind, at);
create index audit_event_actor on app.audit_event (tenant_id, actor, at);
create trigger append_only before update or delete or truncate on app.audit_event
  for each statement execute function app.audit_is_append_only();
call app.fence('app.audit_event');
call app.place('app.audit_event', 'council');
call app.permit('app.audit_event', 'select, insert (tenant_id, id, actor_kind, actor, action, kind, subjects, details, key_id, mac)');

-- Chains the events, one row for each, within seconds. The code covers the event, its place and the code before it, under
-- a key that the database does not hold. One event has one place, and one place one event.
create table app.audit_seal (
  tenant_id uuid not null,
  seq bigint not null,
  event_id uuid not null,
  sealed_at timestamptz not null,
  key_id text not null,
  prev bytea not null,
  mac bytea not null,
  constraint audit_seal_pkey primary key (tenant_id, seq),
  constraint audit_seal_event_once unique (tenant_id, event_id),
  constraint audit_seal_seq_positive check (seq > 0),
  constraint audit_seal_sealed_at_finite check (isfinite(sealed_at)),
  constraint audit_seal_prev_length check (length(prev) = 32),
  constraint audit_seal_mac_length check (length(mac) = 32)
);
create trigger append_only before update or delete or truncate on app.audit_seal
  for each statement execute function app.audit_is_append_only();
call app.fence('app.audit_seal');
call app.place('app.audit_seal', 'council');
call app.permit('app.audit_seal', 'select, insert');

-- Finds the sealed events that concern one id. The events themselves are the record.
create table app.audit_subject (
  tenant_id uuid not null,
  id uuid not null,
  event_id uuid not null,
  constraint audit_subject_pkey primary key (tenant_id, id, event_id)
);
create index audit_subject_event on app.audit_subject (tenant_id, event_id);
create trigger append_only before update or delete or truncate on app.audit_subject
  for each statement execute function app.audit_is_append_only();
call app.fence('app.audit_subject');
call app.place('app.audit_subject', 'council');
call app.permit('app.audit_subject', 'select, insert');

-- Keeps the end of the other service's chain, minute by minute. An attacker who cuts or rewrites that chain does not reach
-- this database.
create table app.audit_anchor (
  tenant_id uuid not null,
  seq bigint not null,
  hash bytea not null,
  received_at timestamptz not null,
  constraint audit_anchor_pkey primary key (tenant_id, seq),
  constraint audit_anchor_seq_positive check (seq > 0),
  constraint audit_anchor_hash_length check (length(hash) = 32)
);
create trigger append_only before update or delete or truncate on app.audit_anchor
  for each statement execute function app.audit_is_append_only();
call app.fence('app.audit_anchor');
call app.place('app.audit_anchor', 'council');
call app.permit('app.audit_anchor', 'select, insert');
