--liquibase formatted sql

--changeset alongside:connection-1-connection
-- Holds the connections of conversations with groups, places and activities. words is encrypted: the name, and why it did
-- not come about. A connection keeps the name that the asset had when it was added. The column that names a member is no
-- foreign key: no query starts from its side.
create table app.connection (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    version         bigint      not null,
    words           bytea       not null,
    asset_id        uuid,
    way             text        not null,
    contact         text        not null,
    status          text        not null,
    added_at        timestamptz not null,
    added_by_id     uuid        not null,
    constraint connection_pkey primary key (tenant_id, id),
    constraint connection_conversation foreign key (tenant_id, conversation_id)
        references app.conversation (tenant_id, id),
    constraint connection_asset foreign key (tenant_id, asset_id) references app.asset (tenant_id, id),
    constraint connection_way_known check (way in ('TOLD', 'INTRODUCED')),
    constraint connection_contact_known check (contact in ('PERSON', 'COUNCIL', 'ORGANISATION')),
    constraint connection_status_known check (status in ('OPEN', 'HAPPENED', 'NOT_HAPPENED'))
);
create index connection_conversation on app.connection (tenant_id, conversation_id, added_at, id);
create index connection_asset on app.connection (tenant_id, asset_id);
call app.fence('app.connection');
call app.place('app.connection', 'council');
call app.permit('app.connection', 'select, insert, delete, update (version, words, asset_id, way, contact, status)');

--changeset alongside:connection-2-change
-- Holds what a connection was before each change of its status, and before each change after its record was finished.
-- before is encrypted.
create table app.connection_change (
    tenant_id     uuid        not null,
    id            uuid        not null,
    connection_id uuid        not null,
    before        bytea       not null,
    changed_at    timestamptz not null,
    changed_by_id uuid        not null,
    constraint connection_change_pkey primary key (tenant_id, id),
    constraint connection_change_connection foreign key (tenant_id, connection_id)
        references app.connection (tenant_id, id)
);
create index connection_change_connection on app.connection_change (tenant_id, connection_id, changed_at, id);
call app.fence('app.connection_change');
call app.place('app.connection_change', 'council');
call app.permit('app.connection_change', 'select, insert, delete, update (before)');
