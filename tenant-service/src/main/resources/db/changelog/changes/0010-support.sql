--liquibase formatted sql

--changeset alongside:support-1-grant
--comment Holds which operator asked to work in the council, why and for how long, and what a lead decided. The operator of an approved grant is the member member_id until ends_at.
create table app.support_grant (
    tenant_id uuid not null,
    id uuid not null,
    issuer text not null,
    subject text not null,
    asked_by_name text not null,
    asked_by_email text,
    asked_by_client_id text,
    asked_at timestamptz not null,
    reason text not null,
    hours integer not null,
    status text not null,
    residents boolean not null,
    decided_by_id uuid,
    member_id uuid,
    starts_at timestamptz,
    ends_at timestamptz,
    ended_by_id uuid,
    version bigint not null,
    constraint support_grant_pkey primary key (tenant_id, id),
    constraint support_grant_decided_by foreign key (tenant_id, decided_by_id) references app.member (tenant_id, id),
    constraint support_grant_member foreign key (tenant_id, member_id) references app.member (tenant_id, id),
    constraint support_grant_ended_by foreign key (tenant_id, ended_by_id) references app.member (tenant_id, id),
    constraint support_grant_name_length check (char_length(asked_by_name) between 1 and 200),
    constraint support_grant_email_or_client check (num_nonnulls(asked_by_email, asked_by_client_id) = 1),
    constraint support_grant_reason_length check (char_length(reason) between 1 and 500),
    constraint support_grant_hours_limited check (hours between 1 and 24),
    constraint support_grant_status_known check (status in ('asked', 'approved', 'declined', 'ended', 'expired')),
    constraint support_grant_decided check ((status = 'asked') = (decided_by_id is null)),
    constraint support_grant_admitted check ((status in ('asked', 'declined')) = (member_id is null)),
    constraint support_grant_member_with_times check (num_nonnulls(member_id, starts_at, ends_at) in (0, 3)),
    constraint support_grant_times_in_order check (ends_at >= starts_at),
    constraint support_grant_ended check ((status = 'ended') = (ended_by_id is not null)),
    constraint support_grant_version_positive check (version > 0)
);
create unique index support_grant_open_once on app.support_grant (tenant_id, issuer, subject) where status in ('asked', 'approved');
create index support_grant_decided_by on app.support_grant (tenant_id, decided_by_id);
create index support_grant_member on app.support_grant (tenant_id, member_id);
create index support_grant_ended_by on app.support_grant (tenant_id, ended_by_id);
call app.fence('app.support_grant');
call app.place('app.support_grant', 'council');
call app.permit('app.support_grant', 'select, insert, update (status, residents, decided_by_id, member_id, starts_at,
    ends_at, ended_by_id, version)');
