--liquibase formatted sql

--changeset alongside:0002-member
--comment Who may act for a council, and as what. A person or a machine client; (issuer, subject) is who the token names.
create table app.member (
    tenant_id uuid not null,
    id uuid not null,
    issuer text not null,
    subject text not null,
    name text not null check (char_length(name) between 1 and 200),
    email text,
    client_id text,
    roles text[] not null
        check (cardinality(roles) > 0 and roles <@ array['hub-staff', 'practitioner', 'lead', 'viewer']),
    status text not null check (status in ('active', 'suspended')),
    version bigint not null check (version > 0),
    primary key (tenant_id, id),
    unique (tenant_id, issuer, subject),
    check (num_nonnulls(email, client_id) = 1)
);
call app.fence('app.member');
call app.place('app.member', 'council');
call app.permit('app.member', 'select, insert, update (name, roles, status, version)');
