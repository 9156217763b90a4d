--liquibase formatted sql

--changeset alongside:agreement-1-acceptance
--comment Records each version of the agreement that a council accepted, once, with its text at the time. Rows are only added.
create table app.agreement_acceptance (
    tenant_id uuid not null,
    id uuid not null,
    version text not null,
    hash text not null,
    text text not null,
    name text not null,
    email text,
    role text not null,
    member_id uuid not null,
    at timestamptz not null,
    constraint agreement_acceptance_pkey primary key (tenant_id, id),
    constraint agreement_acceptance_version_once unique (tenant_id, version),
    constraint agreement_acceptance_member foreign key (tenant_id, member_id) references app.member (tenant_id, id),
    constraint agreement_acceptance_version_length check (char_length(version) between 1 and 20),
    constraint agreement_acceptance_hash_pattern check (hash ~ '^[0-9a-f]{64}$'),
    constraint agreement_acceptance_name_length check (char_length(name) between 1 and 200),
    constraint agreement_acceptance_email_length check (char_length(email) <= 254),
    constraint agreement_acceptance_role_length check (char_length(role) between 1 and 200)
);
create index agreement_acceptance_member on app.agreement_acceptance (tenant_id, member_id);
call app.fence('app.agreement_acceptance');
call app.place('app.agreement_acceptance', 'council');
call app.permit('app.agreement_acceptance', 'select, insert');
