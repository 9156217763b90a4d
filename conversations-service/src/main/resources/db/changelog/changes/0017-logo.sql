--liquibase formatted sql

--changeset alongside:0017-logo
-- The council's logo as tenant-service redrew it; without a picture once the council took it away.
create table app.council_logo (
    tenant_id uuid   not null,
    id        uuid   not null,
    version   bigint not null,
    png       bytea check (octet_length(png) <= 204800),
    primary key (tenant_id, id),
    check (id = tenant_id)
);
call app.fence('app.council_logo');
call app.place('app.council_logo', 'council');
call app.permit('app.council_logo', 'select, insert, update');
call app.permit('app.council_logo', 'select (tenant_id, version, png)', 'public');
call app.permit('app.council', 'select (plate)', 'public');
