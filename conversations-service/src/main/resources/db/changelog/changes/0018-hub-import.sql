--liquibase formatted sql

--changeset alongside:0018-hub-import
-- What an import of hubs did, so that it can be undone for a day. was is the hub's row before it was changed, and null
-- for a hub that was added; version_after tells whether anybody has changed the hub since.
create table app.hub_import (
    tenant_id   uuid        not null,
    id          uuid        not null,
    imported_at timestamptz not null,
    imported_by uuid        not null,
    added       integer     not null,
    changed     integer     not null,
    undone_at   timestamptz,
    primary key (tenant_id, id)
);
create index hub_import_at on app.hub_import (tenant_id, imported_at);
call app.fence('app.hub_import');
call app.place('app.hub_import', 'council');
call app.permit('app.hub_import', 'select, insert, update (undone_at)');

create table app.hub_import_line (
    tenant_id     uuid   not null,
    import_id     uuid   not null,
    hub_id        uuid   not null,
    version_after bigint not null,
    was           jsonb,
    primary key (tenant_id, import_id, hub_id),
    foreign key (tenant_id, import_id) references app.hub_import (tenant_id, id)
);
call app.fence('app.hub_import_line');
call app.place('app.hub_import_line', 'council');
call app.permit('app.hub_import_line', 'select, insert');
call app.permit('app.hub', 'delete');
