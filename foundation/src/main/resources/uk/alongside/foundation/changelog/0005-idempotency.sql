--liquibase formatted sql

--changeset alongside:0006-idempotency
-- Written in the transaction of what it stands for, so that a repeat waits for the first and then finds its result.
create table app.idempotency (
    tenant_id   uuid        not null,
    member_id   uuid        not null,
    key         text        not null check (char_length(key) between 1 and 100),
    route       text        not null,
    body_hash   bytea       not null,
    resource_id uuid        not null,
    created_at  timestamptz not null,
    primary key (tenant_id, member_id, key),
    foreign key (tenant_id, member_id) references app.member (tenant_id, id)
);
create index idempotency_created on app.idempotency (tenant_id, created_at);
call app.fence('app.idempotency');
call app.place('app.idempotency', 'council');
call app.permit('app.idempotency', 'select, insert, delete');
