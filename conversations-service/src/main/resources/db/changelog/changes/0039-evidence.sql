--liquibase formatted sql

--changeset alongside:evidence-1-note
-- Holds what leads write as evidence for a quality statement: a story, feedback or a decision. The words are encrypted,
-- because a story may say something about a person. A removed note is gone. Columns that name members are no foreign keys:
-- no query starts from their side.
create table app.evidence_note (
    tenant_id     uuid        not null,
    id            uuid        not null,
    version       bigint      not null,
    statement     text        not null,
    kind          text        not null,
    type          text        not null,
    words         bytea       not null,
    written_at    timestamptz not null,
    written_by_id uuid        not null,
    changed_at    timestamptz,
    changed_by_id uuid,
    constraint evidence_note_pkey primary key (tenant_id, id),
    constraint evidence_note_type_known check (type in ('STORY', 'FEEDBACK', 'DECISION')),
    constraint evidence_note_changed_whole check ((changed_at is null) = (changed_by_id is null))
);
call app.fence('app.evidence_note');
call app.place('app.evidence_note', 'council');
call app.permit('app.evidence_note', 'select, insert, delete, update (version, statement, kind, type, words, changed_at,
    changed_by_id)');

--changeset alongside:evidence-2-draft
-- Holds the draft of the next report, at most one for each council. content is JSON, encrypted: the sections, and the
-- figures and notes as they were at one moment. changed_by_id names a member and is no foreign key.
create table app.evidence_draft (
    tenant_id     uuid        not null,
    id            uuid        not null,
    version       bigint      not null,
    content       bytea       not null,
    changed_at    timestamptz not null,
    changed_by_id uuid        not null,
    constraint evidence_draft_pkey primary key (tenant_id)
);
call app.fence('app.evidence_draft');
call app.place('app.evidence_draft', 'council');
call app.permit('app.evidence_draft', 'select, insert, delete, update (version, content, changed_at, changed_by_id)');

--changeset alongside:evidence-3-report
-- Holds the published reports. content is the JSON of the draft, in clear, because the council has published it. A row is
-- never changed or removed: the service has no right to. published_by_id names a member and is no foreign key.
create table app.evidence_report (
    tenant_id       uuid        not null,
    id              uuid        not null,
    number          integer     not null,
    content         text        not null,
    as_at           timestamptz not null,
    published_at    timestamptz not null,
    published_by_id uuid        not null,
    constraint evidence_report_pkey primary key (tenant_id, id),
    constraint evidence_report_number unique (tenant_id, number),
    constraint evidence_report_number_positive check (number > 0)
);
call app.fence('app.evidence_report');
call app.place('app.evidence_report', 'council');
call app.permit('app.evidence_report', 'select, insert');
