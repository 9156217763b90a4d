--liquibase formatted sql

--changeset alongside:logo-1-logo
--comment Holds a council's logo as the service redrew it, never the file that was uploaded. png is null after the council removed its logo.
create table app.council_logo (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    png bytea,
    pale boolean not null,
    constraint council_logo_pkey primary key (tenant_id, id),
    constraint council_logo_own_id check (id = tenant_id),
    constraint council_logo_version_positive check (version > 0),
    constraint council_logo_png_size check (octet_length(png) <= 204800)
);
call app.fence('app.council_logo');
call app.place('app.council_logo', 'council');
call app.permit('app.council_logo', 'select, insert, update (version, png, pale)');
