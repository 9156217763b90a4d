--liquibase formatted sql

--changeset alongside:test-tables splitStatements:false stripComments:false
create table app.member (
  tenant_id uuid not null,
  id uuid not null,
  issuer text not null,
  subject text not null,
  name text not null,
  roles text[] not null,
  status text not null,
  version bigint not null,
  ends_at timestamptz,
  constraint member_pkey primary key (tenant_id, id),
  constraint member_subject_once unique (tenant_id, issuer, subject),
  constraint member_status_known check (status in ('active', 'suspended'))
);
call app.fence('app.member');
call app.place('app.member', 'council');
call app.permit('app.member', 'select, insert, update (name, roles, status, version)');

create table app.resident (
  tenant_id uuid not null,
  id uuid not null,
  reference text not null,
  name text not null,
  constraint resident_pkey primary key (tenant_id, id),
  constraint resident_reference_once unique (tenant_id, reference)
);
call app.fence('app.resident');
call app.place('app.resident', 'council');
call app.permit('app.resident', 'select, insert, update, delete');

create table app.booking (
  tenant_id uuid not null,
  id uuid not null,
  resident_id uuid not null,
  note text,
  constraint booking_pkey primary key (tenant_id, id),
  constraint booking_resident foreign key (tenant_id, resident_id) references app.resident (tenant_id, id)
);
create index booking_resident on app.booking (tenant_id, resident_id);
call app.fence('app.booking');
call app.place('app.booking', 'council');
call app.permit('app.booking', 'select, insert, update, delete');

create table app.visit (
  tenant_id uuid not null,
  id uuid not null,
  year integer not null,
  constraint visit_pkey primary key (tenant_id, id, year)
) partition by list (year);
create table app.visit_2026 partition of app.visit for values in (2026);
call app.fence('app.visit');
call app.fence('app.visit_2026');
call app.permit('app.visit', 'select, insert');
call app.permit('app.visit_2026', 'select, insert');

-- Tables with encrypted text.
create table app.note (
  tenant_id uuid not null,
  id uuid not null,
  version bigint not null,
  text bytea not null,
  answer bytea,
  constraint note_pkey primary key (tenant_id, id)
);
call app.fence('app.note');
call app.place('app.note', 'council');
call app.permit('app.note', 'select, insert, update');

create table app.letter (
  tenant_id uuid not null,
  id uuid not null,
  text bytea not null,
  constraint letter_pkey primary key (tenant_id, id)
);
call app.fence('app.letter');
call app.place('app.letter', 'council');
call app.permit('app.letter', 'select, insert, update');
