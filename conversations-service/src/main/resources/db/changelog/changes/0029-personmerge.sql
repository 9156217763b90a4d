--liquibase formatted sql

--changeset alongside:personmerge-1-merge
-- Holds the suggestions to merge two people, and what a lead decided about each. reason and undo_reason are encrypted.
-- The columns that name members are no foreign keys: no query starts from their side.
create table app.person_merge (
    tenant_id       uuid        not null,
    id              uuid        not null,
    merged_id       uuid        not null,
    kept_id         uuid        not null,
    status          text        not null,
    reason          bytea       not null,
    suggested_at    timestamptz not null,
    suggested_by_id uuid        not null,
    decided_at      timestamptz,
    decided_by_id   uuid,
    undo_reason     bytea,
    undone_at       timestamptz,
    undone_by_id    uuid,
    constraint person_merge_pkey primary key (tenant_id, id),
    constraint person_merge_merged foreign key (tenant_id, merged_id) references app.person (tenant_id, id),
    constraint person_merge_kept foreign key (tenant_id, kept_id) references app.person (tenant_id, id),
    constraint person_merge_others check (merged_id <> kept_id),
    constraint person_merge_status_known check (status in ('SUGGESTED', 'MERGED', 'DECLINED', 'UNDONE')),
    constraint person_merge_decided check
        ((decided_at is null) = (status = 'SUGGESTED') and (decided_at is null) = (decided_by_id is null)),
    constraint person_merge_undone check
        ((undone_at is null) = (status <> 'UNDONE') and (undone_at is null) = (undone_by_id is null)
         and (undone_at is null) = (undo_reason is null))
);
create unique index person_merge_once on app.person_merge
    (tenant_id, least(merged_id, kept_id), greatest(merged_id, kept_id)) where status = 'SUGGESTED';
create index person_merge_suggested on app.person_merge (tenant_id, status, suggested_at, id);
create index person_merge_merged on app.person_merge (tenant_id, merged_id);
create index person_merge_kept on app.person_merge (tenant_id, kept_id);
call app.fence('app.person_merge');
call app.place('app.person_merge', 'council');
call app.permit('app.person_merge',
    'select, insert, update (status, reason, decided_at, decided_by_id, undo_reason, undone_at,
    undone_by_id)');
