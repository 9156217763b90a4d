--liquibase formatted sql

--changeset alongside:account-1-password-reset
--comment Holds who asked for a new password by mail. One row a member; id is the member's. Stores only the SHA-256 of the mailed token; a new mail replaces it. asks counts the mails asked for since counted_since, so that no stranger fills a mailbox.
create table app.password_reset (
    tenant_id uuid not null,
    id uuid not null,
    version bigint not null,
    asks integer not null,
    counted_since timestamptz not null,
    mailed_version bigint not null,
    token_hash bytea,
    expires_at timestamptz,
    used_at timestamptz,
    constraint password_reset_pkey primary key (tenant_id, id),
    constraint password_reset_token_once unique (tenant_id, token_hash),
    constraint password_reset_of_member foreign key (tenant_id, id) references app.member (tenant_id, id),
    constraint password_reset_version_positive check (version > 0),
    constraint password_reset_mailed_after_asked check (mailed_version between 0 and version),
    constraint password_reset_asks_counted check (asks > 0),
    constraint password_reset_token_length check (length(token_hash) = 32),
    constraint password_reset_token_with_expiry check ((token_hash is null) = (expires_at is null))
);
call app.fence('app.password_reset');
call app.place('app.password_reset', 'council');
call app.permit('app.password_reset', 'select, insert, update (version, asks, counted_since, mailed_version, token_hash, expires_at, used_at)');
