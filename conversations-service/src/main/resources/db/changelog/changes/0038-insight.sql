--liquibase formatted sql

--changeset alongside:insight-4-figure-count
-- Holds the counts of the last night, for a council whose figures take long to count: those of the whole council and of
-- each hub and kind of talking point. counts is JSON. It holds counts and no person.
create table app.figure_count (
    tenant_id  uuid        not null,
    figure     text        not null,
    grain      text        not null,
    split      text        not null,
    counted_on date        not null,
    counted_at timestamptz not null,
    counts     text        not null,
    constraint figure_count_pkey primary key (tenant_id, figure, grain, split)
);
call app.fence('app.figure_count');
call app.place('app.figure_count', 'council');
call app.permit('app.figure_count', 'select, insert, delete');
