--liquibase formatted sql

--changeset alongside:0003b-council-logo
--comment A council's logo as it was redrawn, or that it has none any more. Never the file that was sent.
create table app.council_logo (
    tenant_id uuid not null,
    id uuid not null check (id = tenant_id),
    version bigint not null check (version > 0),
    png bytea check (octet_length(png) <= 204800),
    pale boolean not null,
    primary key (tenant_id, id)
);
call app.fence('app.council_logo');
call app.place('app.council_logo', 'council');
call app.permit('app.council_logo', 'select, insert, update (version, png, pale)');
