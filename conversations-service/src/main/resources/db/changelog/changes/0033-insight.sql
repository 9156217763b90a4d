--liquibase formatted sql

--changeset alongside:insight-1-figure-note
-- Holds the notes that leads pin to days of a figure. The words name no person. A note that rebases is the reason why the
-- run chart has new limits from the month of its day on. A removed note stays. Columns that name members are no foreign
-- keys: no query starts from their side.
create table app.figure_note (
    tenant_id     uuid        not null,
    id            uuid        not null,
    version       bigint      not null,
    figure        text        not null,
    day           date        not null,
    words         text        not null,
    rebases       boolean     not null,
    written_at    timestamptz not null,
    written_by_id uuid        not null,
    changed_at    timestamptz,
    changed_by_id uuid,
    removed_at    timestamptz,
    removed_by_id uuid,
    constraint figure_note_pkey primary key (tenant_id, id),
    constraint figure_note_words_length check (char_length(words) between 1 and 200),
    constraint figure_note_changed_whole check ((changed_at is null) = (changed_by_id is null)),
    constraint figure_note_removed_whole check ((removed_at is null) = (removed_by_id is null))
);
create index figure_note_figure on app.figure_note (tenant_id, figure, day) where removed_at is null;
call app.fence('app.figure_note');
call app.place('app.figure_note', 'council');
call app.permit('app.figure_note', 'select, insert, update (version, day, words, rebases, changed_at, changed_by_id,
    removed_at, removed_by_id)');
