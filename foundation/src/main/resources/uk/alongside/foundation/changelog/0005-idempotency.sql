--liquibase formatted sql

--changeset alongside:idempotency-1
-- A row is written in the transaction that creates the resource, so that a repeated request waits for the first on its
-- primary key and then finds the result. Included by a service after the file that creates app.member.
create table app.idempotency (
    tenant_id   uuid        not null,
    member_id   uuid        not null,
    key         text        not null constraint idempotency_key_length check (char_length(key) between 1 and 100),
    route       text        not null,
    body_hash   bytea       not null,
    resource_id uuid        not null,
    created_at  timestamptz not null,
    constraint idempotency_pkey primary key (tenant_id, member_id, key),
    constraint idempotency_member foreign key (tenant_id, member_id) references app.member (tenant_id, id)
);
create index idempotency_created on app.idempotency (tenant_id, created_at);
call app.fence('app.idempotency');
call app.place('app.idempotency', 'council');
call app.permit('app.idempotency', 'select, insert, delete');
