--liquibase formatted sql

--changeset alongside:0001-council
-- What this service must know about a council; tenant-service keeps the original and sends each version.
create table app.council (
    tenant_id     uuid    not null,
    id            uuid    not null,
    version       bigint  not null,
    name          text    not null,
    alias         text    not null,
    talking_point text    not null,
    contact_phone text,
    contact_email text,
    demonstration boolean not null,
    primary key (tenant_id, id),
    check (id = tenant_id)
);
call app.fence('app.council');
call app.place('app.council', 'council');
call app.permit('app.council', 'select, insert, update');

--changeset alongside:0001-member
-- Who may act for the council; read in every request, so a change is felt by the next one.
create table app.member (
    tenant_id uuid   not null,
    id        uuid   not null,
    version   bigint not null,
    issuer    text   not null,
    subject   text   not null,
    name      text   not null,
    roles     text[] not null,
    status    text   not null check (status in ('active', 'suspended')),
    primary key (tenant_id, id),
    unique (tenant_id, issuer, subject),
    check (roles <@ array ['hub-staff', 'practitioner', 'lead', 'viewer'])
);
call app.fence('app.member');
call app.place('app.member', 'council');
call app.permit('app.member', 'select, insert, update');
