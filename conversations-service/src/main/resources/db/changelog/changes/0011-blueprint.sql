--liquibase formatted sql

--changeset alongside:0011-blueprint
--comment The kinds of session that the council adopted, as tenant-service tells them: one row a council, the last version.
create table app.blueprint (
    tenant_id uuid not null,
    id uuid not null check (id = tenant_id),
    version bigint not null check (version >= 0),
    kinds jsonb not null check (jsonb_typeof(kinds) = 'array'),
    primary key (tenant_id, id)
);
call app.fence('app.blueprint');
call app.place('app.blueprint', 'council');
call app.permit('app.blueprint', 'select, insert, update (version, kinds)');
