--liquibase formatted sql

--changeset alongside:hubimport-1-import
-- Records the imports of hubs, so that one can be undone for a day.
create table app.hub_import (
    tenant_id      uuid        not null,
    id             uuid        not null,
    imported_at    timestamptz not null,
    imported_by_id uuid        not null,
    added          integer     not null,
    changed        integer     not null,
    undone_at      timestamptz,
    constraint hub_import_pkey primary key (tenant_id, id)
);
create index hub_import_imported_at on app.hub_import (tenant_id, imported_at);
call app.fence('app.hub_import');
call app.place('app.hub_import', 'council');
call app.permit('app.hub_import', 'select, insert, update (undone_at)');

--changeset alongside:hubimport-2-line
-- Records each hub that an import added or changed. previous is what the import replaced, or null for an added hub. A hub whose version is not version_after was changed since.
create table app.hub_import_line (
    tenant_id     uuid   not null,
    import_id     uuid   not null,
    hub_id        uuid   not null,
    version_after bigint not null,
    previous      jsonb,
    constraint hub_import_line_pkey primary key (tenant_id, import_id, hub_id),
    constraint hub_import_line_import foreign key (tenant_id, import_id) references app.hub_import (tenant_id, id)
);
call app.fence('app.hub_import_line');
call app.place('app.hub_import_line', 'council');
call app.permit('app.hub_import_line', 'select, insert');
