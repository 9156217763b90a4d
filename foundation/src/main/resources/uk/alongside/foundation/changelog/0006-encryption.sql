--liquibase formatted sql

--changeset alongside:encryption-1
-- Holds the keys that encrypt a council's free text, wrapped by a key that the database does not hold
-- (uk.alongside.foundation.encryption). The columns that they encrypt are of type bytea.
create table app.data_key (
    tenant_id    uuid        not null,
    id           uuid        not null,
    purpose      text        not null,
    wrapped      bytea,
    kek_id       text        not null,
    created_at   timestamptz not null,
    retired_at   timestamptz,
    destroyed_at timestamptz,
    constraint data_key_pkey primary key (tenant_id, id),
    constraint data_key_purpose_known check (purpose in ('text', 'device')),
    constraint data_key_destroyed_has_no_key check ((wrapped is null) = (destroyed_at is not null)),
    constraint data_key_destroyed_is_retired check (destroyed_at is null or retired_at is not null)
);
-- A council has one key that encrypts for each purpose. Retired keys only decrypt.
create unique index data_key_current on app.data_key (tenant_id, purpose) where retired_at is null;
call app.fence('app.data_key');
call app.place('app.data_key', 'council');
call app.permit('app.data_key', 'select, insert, update (wrapped, kek_id, retired_at, destroyed_at)');
