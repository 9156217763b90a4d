--liquibase formatted sql

--changeset alongside:0007-agreement
--comment What a council accepted, once in each version, with the text as it was. Only added to.
create table app.agreement_acceptance (
    tenant_id uuid not null,
    id uuid not null,
    version text not null check (char_length(version) between 1 and 20),
    hash text not null check (hash ~ '^[0-9a-f]{64}$'),
    text text not null,
    name text not null check (char_length(name) between 1 and 200),
    email text check (char_length(email) <= 254),
    role text not null check (char_length(role) between 1 and 200),
    member uuid not null,
    at timestamptz not null,
    primary key (tenant_id, id),
    unique (tenant_id, version),
    foreign key (tenant_id, member) references app.member (tenant_id, id)
);
create index agreement_acceptance_member on app.agreement_acceptance (tenant_id, member);
call app.fence('app.agreement_acceptance');
call app.place('app.agreement_acceptance', 'council');
call app.permit('app.agreement_acceptance', 'select, insert');

--changeset alongside:0007-data-protection
--comment How the council answers for the data: its number in the register of the Information Commissioner, whom to ask, what residents are told.
alter table app.council_settings
    add column registration text check (registration ~ '^Z([0-9]{6}[0-9X]|[A-Z][0-9]{6})$'),
    add column data_protection_email text check (char_length(data_protection_email) <= 254),
    add column privacy_notice text check (privacy_notice ~ '^https://' and char_length(privacy_notice) <= 500);
call app.permit('app.council_settings', 'update (registration, data_protection_email, privacy_notice)');

--changeset alongside:0007-assessment
--comment The council's data protection impact assessment, as it came: a PDF, which is only ever handed back to its leads.
create table app.council_assessment (
    tenant_id uuid not null,
    id uuid not null check (id = tenant_id),
    pdf bytea not null check (octet_length(pdf) between 1 and 5242880),
    at timestamptz not null,
    primary key (tenant_id, id)
);
call app.fence('app.council_assessment');
call app.place('app.council_assessment', 'council');
call app.permit('app.council_assessment', 'select, insert, update (pdf, at)');
