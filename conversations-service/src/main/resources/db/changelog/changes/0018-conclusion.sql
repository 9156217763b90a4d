--liquibase formatted sql

--changeset alongside:conclusion-1-conclusion
-- Holds what was decided when the record of a conversation was finished. words is encrypted: the reason for the outcome,
-- the name of the supporter and what was shared. The columns that name members are no foreign keys: no query starts from
-- their side.
create table app.conclusion (
    tenant_id              uuid        not null,
    id                     uuid        not null,
    conversation_id        uuid        not null,
    version                bigint      not null,
    kind                   text        not null,
    explained_as           text,
    assessment_asked_on    date,
    assessment_offered_on  date,
    assessment_declined_on date,
    outcome                text,
    support                text,
    words                  bytea       not null,
    tool_text_read         boolean     not null,
    finished_at            timestamptz not null,
    finished_by_id         uuid        not null,
    constraint conclusion_pkey primary key (tenant_id, id),
    constraint conclusion_once unique (tenant_id, conversation_id),
    constraint conclusion_conversation foreign key (tenant_id, conversation_id)
        references app.conversation (tenant_id, id),
    constraint conclusion_kind_known check (kind in ('CONVERSATION', 'TRIED_TO_REACH')),
    constraint conclusion_explained check (kind = 'TRIED_TO_REACH' or (explained_as is not null and outcome is not null
        and support is not null))
);
call app.fence('app.conclusion');
call app.place('app.conclusion', 'council');
call app.permit('app.conclusion', 'select, insert, update (version, kind, explained_as, assessment_asked_on, assessment_offered_on, assessment_declined_on, outcome, support, words)');

--changeset alongside:conclusion-2-addendum
-- Holds what members add to a finished record. An addendum is never changed.
create table app.addendum (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    text            bytea       not null,
    added_at        timestamptz not null,
    added_by_id     uuid        not null,
    constraint addendum_pkey primary key (tenant_id, id),
    constraint addendum_conversation foreign key (tenant_id, conversation_id)
        references app.conversation (tenant_id, id)
);
create index addendum_conversation on app.addendum (tenant_id, conversation_id, added_at, id);
call app.fence('app.addendum');
call app.place('app.addendum', 'council');
call app.permit('app.addendum', 'select, insert, update (text)');

--changeset alongside:conclusion-3-correction
-- Holds each correction of what was decided: the reason for it, and everything that was decided before. Both are encrypted.
create table app.conclusion_correction (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    reason          bytea       not null,
    before          bytea       not null,
    corrected_at    timestamptz not null,
    corrected_by_id uuid        not null,
    constraint conclusion_correction_pkey primary key (tenant_id, id),
    constraint conclusion_correction_conversation foreign key (tenant_id, conversation_id)
        references app.conversation (tenant_id, id)
);
create index conclusion_correction_conversation on app.conclusion_correction
    (tenant_id, conversation_id, corrected_at, id);
call app.fence('app.conclusion_correction');
call app.place('app.conclusion_correction', 'council');
call app.permit('app.conclusion_correction', 'select, insert, update (reason, before)');
