--liquibase formatted sql

--changeset alongside:membership-1-member
--comment Holds who may act for a council and with which roles: a person or a machine client. A token names its member by issuer and subject. ends_at is the end of a support grant, after which the row admits no request. signed_in_at is the member's first request in the council.
create table app.member (
    tenant_id uuid not null,
    id uuid not null,
    issuer text not null,
    subject text not null,
    name text not null,
    email text,
    client_id text,
    roles text[] not null,
    status text not null,
    version bigint not null,
    ends_at timestamptz,
    signed_in_at timestamptz,
    constraint member_pkey primary key (tenant_id, id),
    constraint member_subject_once unique (tenant_id, issuer, subject),
    constraint member_name_length check (char_length(name) between 1 and 200),
    constraint member_email_or_client check (num_nonnulls(email, client_id) = 1),
    constraint member_roles_known check
        (cardinality(roles) > 0 and roles <@
            array['hub-staff', 'practitioner', 'lead', 'viewer', 'support', 'support-with-residents']),
    constraint member_support_ends check
        ((roles && array['support', 'support-with-residents']) = (ends_at is not null)),
    constraint member_status_known check (status in ('active', 'suspended')),
    constraint member_version_positive check (version > 0)
);
call app.fence('app.member');
call app.place('app.member', 'council');
call app.permit('app.member', 'select, insert, update (name, roles, status, version, ends_at, signed_in_at)');
