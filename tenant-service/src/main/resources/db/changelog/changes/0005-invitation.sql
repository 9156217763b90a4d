--liquibase formatted sql

--changeset alongside:invitation-1-invitation
--comment Holds who was invited to join. Stores only the SHA-256 of the mailed token; each new mail has a new token.
create table app.invitation (
    tenant_id uuid not null,
    id uuid not null,
    email text not null,
    roles text[] not null,
    invited_by_id uuid not null,
    invited_at timestamptz not null,
    request_id uuid not null,
    status text not null,
    token_hash bytea,
    expires_at timestamptz,
    wrong_addresses integer not null,
    accepted_by_id uuid,
    version bigint not null,
    constraint invitation_pkey primary key (tenant_id, id),
    constraint invitation_token_once unique (tenant_id, token_hash),
    constraint invitation_invited_by foreign key (tenant_id, invited_by_id) references app.member (tenant_id, id),
    constraint invitation_accepted_by foreign key (tenant_id, accepted_by_id) references app.member (tenant_id, id),
    constraint invitation_email_length check (email = lower(email) and char_length(email) between 3 and 254),
    constraint invitation_roles_known check
        (cardinality(roles) > 0 and roles <@ array['hub-staff', 'practitioner', 'lead', 'viewer']),
    constraint invitation_status_known check (status in ('queued', 'sent', 'refused', 'accepted', 'revoked')),
    constraint invitation_token_length check (length(token_hash) = 32),
    constraint invitation_token_with_expiry check ((token_hash is null) = (expires_at is null)),
    constraint invitation_wrong_addresses_counted check (wrong_addresses >= 0),
    constraint invitation_accepted check ((status = 'accepted') = (accepted_by_id is not null)),
    constraint invitation_version_positive check (version > 0)
);
create unique index invitation_open_once on app.invitation (tenant_id, email) where status in ('queued', 'sent', 'refused');
create index invitation_invited_by on app.invitation (tenant_id, invited_by_id);
create index invitation_accepted_by on app.invitation (tenant_id, accepted_by_id);
call app.fence('app.invitation');
call app.place('app.invitation', 'council');
call app.permit('app.invitation', 'select, insert, update (roles, invited_by_id, invited_at, request_id, status, token_hash,
    expires_at, wrong_addresses, accepted_by_id, version)');
