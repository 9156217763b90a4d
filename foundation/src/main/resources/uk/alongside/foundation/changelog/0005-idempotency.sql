--liquibase formatted sql

--changeset alongside:idempotency-1
-- A row is written in the transaction that creates the resource, so that a repeated request waits for the first on its
-- primary key and then finds the result. The caller is a member of the council, or an operator, who is no member.
create table app.idempotency (
    tenant_id   uuid        not null,
    caller_id   uuid        not null,
    key         text        not null constraint idempotency_key_length check (char_length(key) between 1 and 100),
    route       text        not null,
    body_hash   bytea       not null,
    resource_id uuid        not null,
    created_at  timestamptz not null,
    constraint idempotency_pkey primary key (tenant_id, caller_id, key)
);
create index idempotency_created on app.idempotency (tenant_id, created_at);
call app.fence('app.idempotency');
call app.place('app.idempotency', 'council');
call app.permit('app.idempotency', 'select, insert, delete');
