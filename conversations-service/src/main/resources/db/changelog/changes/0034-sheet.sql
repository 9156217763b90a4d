--liquibase formatted sql

--changeset alongside:sheet-1-sharing
-- Holds whether the council shares sheets. There is no row until a lead turns sharing on for the first time. changed_by_id
-- names a member and is no foreign key: no query starts from their side.
create table app.sheet_sharing (
    tenant_id     uuid        not null,
    version       bigint      not null,
    shares        boolean     not null,
    changed_at    timestamptz not null,
    changed_by_id uuid        not null,
    constraint sheet_sharing_pkey primary key (tenant_id)
);
call app.fence('app.sheet_sharing');
call app.place('app.sheet_sharing', 'council');
call app.permit('app.sheet_sharing', 'select, insert, update (version, shares, changed_at, changed_by_id)');

--changeset alongside:sheet-2-sheet
-- Holds the sealed sheets: the count of each cell with the noise that was drawn for it. The noise itself is nowhere. A row
-- is never changed or removed: the service has no right to.
create table app.sheet (
    tenant_id     uuid        not null,
    kind          text        not null,
    starts        date        not null,
    specification integer     not null,
    version       integer     not null,
    cells         integer[]   not null,
    sealed_at     timestamptz not null,
    constraint sheet_pkey primary key (tenant_id, kind, starts, specification, version),
    constraint sheet_kind_known check (kind in ('QUARTER', 'YEAR', 'BREAKDOWNS')),
    constraint sheet_version_known check (version in (1, 2))
);
call app.fence('app.sheet');
call app.place('app.sheet', 'council');
call app.permit('app.sheet', 'select, insert');

--changeset alongside:sheet-3-ledger
-- Holds what each sealed sheet cost of the privacy of its year, from April to March, in 1/1152 rho.
create table app.sheet_ledger (
    tenant_id     uuid    not null,
    year          integer not null,
    kind          text    not null,
    starts        date    not null,
    specification integer not null,
    version       integer not null,
    units         integer not null,
    constraint sheet_ledger_pkey primary key (tenant_id, year, kind, starts, specification, version),
    constraint sheet_ledger_units_positive check (units > 0)
);
call app.fence('app.sheet_ledger');
call app.place('app.sheet_ledger', 'council');
call app.permit('app.sheet_ledger', 'select, insert');

--changeset alongside:sheet-4-correction
-- Holds the corrections that leads asked for, at most one for each year. reason names no person. The column that names a
-- member is no foreign key: no query starts from their side.
create table app.sheet_correction (
    tenant_id     uuid        not null,
    year          integer     not null,
    id            uuid        not null,
    kind          text        not null,
    starts        date        not null,
    specification integer     not null,
    reason        text        not null,
    asked_at      timestamptz not null,
    asked_by_id   uuid        not null,
    constraint sheet_correction_pkey primary key (tenant_id, year),
    constraint sheet_correction_id unique (tenant_id, id),
    constraint sheet_correction_reason_length check (char_length(reason) between 1 and 500)
);
call app.fence('app.sheet_correction');
call app.place('app.sheet_correction', 'council');
call app.permit('app.sheet_correction', 'select, insert');
