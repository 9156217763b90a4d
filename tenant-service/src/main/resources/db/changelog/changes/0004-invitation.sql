--liquibase formatted sql

--changeset alongside:0004-invitation
--comment Who was asked to join. Of the token that was mailed only its SHA-256 is here; a newer mail has a newer one.
create table app.invitation (
    tenant_id uuid not null,
    id uuid not null,
    email text not null check (email = lower(email) and char_length(email) between 3 and 254),
    roles text[] not null
        check (cardinality(roles) > 0 and roles <@ array['hub-staff', 'practitioner', 'lead', 'viewer']),
    invited_by uuid not null,
    invited_at timestamptz not null,
    status text not null check (status in ('queued', 'sent', 'refused', 'accepted', 'revoked')),
    token_hash bytea check (length(token_hash) = 32),
    expires_at timestamptz,
    wrong_addresses integer not null check (wrong_addresses >= 0),
    accepted_by uuid,
    version bigint not null check (version > 0),
    primary key (tenant_id, id),
    foreign key (tenant_id, invited_by) references app.member (tenant_id, id),
    foreign key (tenant_id, accepted_by) references app.member (tenant_id, id),
    unique (tenant_id, token_hash),
    check ((token_hash is null) = (expires_at is null)),
    check ((status = 'accepted') = (accepted_by is not null))
);
create unique index invitation_open on app.invitation (tenant_id, email) where status in ('queued', 'sent', 'refused');
create index invitation_invited_by on app.invitation (tenant_id, invited_by);
create index invitation_accepted_by on app.invitation (tenant_id, accepted_by);
call app.fence('app.invitation');
call app.place('app.invitation', 'council');
call app.permit(
    'app.invitation',
    'select, insert, update (roles, invited_by, invited_at, status, token_hash, expires_at, wrong_addresses, accepted_by, version)');

--changeset alongside:0004-mail
--comment Mail that was kept instead of sent, where the product is tried out. Empty where there is a mail server.
create table app.mail (
    tenant_id uuid not null,
    id uuid not null,
    recipient text not null,
    subject text not null,
    body text not null,
    sent_at timestamptz not null,
    primary key (tenant_id, id)
);
create index mail_latest on app.mail (tenant_id, sent_at);
call app.fence('app.mail');
call app.place('app.mail', 'council');
call app.permit('app.mail', 'select, insert');
