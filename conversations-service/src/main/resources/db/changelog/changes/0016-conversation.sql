--liquibase formatted sql

--changeset alongside:conversation-1-conversation
-- Holds the records of conversations. attendance_id is the visit; it is no foreign key, because an arrival can be undone
-- and corrected, and the record stays. prompts are the council's prompts at the time at which the record was begun. The
-- columns that name members are no foreign keys: no query starts from their side.
create table app.conversation (
    tenant_id     uuid        not null,
    id            uuid        not null,
    version       bigint      not null,
    attendance_id uuid,
    hub_id        uuid,
    day           date        not null,
    status        text        not null,
    prompts       jsonb       not null,
    started_at    timestamptz not null,
    started_by_id uuid        not null,
    constraint conversation_pkey primary key (tenant_id, id),
    constraint conversation_hub foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    constraint conversation_status_known check (status in ('DRAFT', 'FINISHED')),
    constraint conversation_prompts_array check (jsonb_typeof(prompts) = 'array')
);
create unique index conversation_attendance on app.conversation (tenant_id, attendance_id);
create index conversation_hub on app.conversation (tenant_id, hub_id);
create index conversation_started on app.conversation (tenant_id, status, started_at, id);
call app.fence('app.conversation');
call app.place('app.conversation', 'council');
call app.permit('app.conversation', 'select, insert, delete, update (version, status, day)');

--changeset alongside:conversation-2-person
-- Holds the people whom a conversation is with.
create table app.conversation_person (
    tenant_id       uuid        not null,
    conversation_id uuid        not null,
    person_id       uuid        not null,
    added_at        timestamptz not null,
    added_by_id     uuid        not null,
    constraint conversation_person_pkey primary key (tenant_id, conversation_id, person_id),
    constraint conversation_person_conversation foreign key (tenant_id, conversation_id)
        references app.conversation (tenant_id, id),
    constraint conversation_person_person foreign key (tenant_id, person_id) references app.person (tenant_id, id)
);
create index conversation_person_person on app.conversation_person (tenant_id, person_id);
call app.fence('app.conversation_person');
call app.place('app.conversation_person', 'council');
call app.permit('app.conversation_person', 'select, insert, delete');

--changeset alongside:conversation-3-box
-- Holds a row for each prompt of a record under which a member has written. Its version is the optimistic lock of this
-- box alone, so that two members write in two boxes at once.
create table app.conversation_box (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    prompt_id       text        not null,
    version         bigint      not null,
    text            bytea       not null,
    from_tool       boolean     not null,
    changed_at      timestamptz not null,
    changed_by_id   uuid        not null,
    constraint conversation_box_pkey primary key (tenant_id, id),
    constraint conversation_box_once unique (tenant_id, conversation_id, prompt_id),
    constraint conversation_box_conversation foreign key (tenant_id, conversation_id)
        references app.conversation (tenant_id, id),
    constraint conversation_box_version_positive check (version > 0)
);
call app.fence('app.conversation_box');
call app.place('app.conversation_box', 'council');
call app.permit('app.conversation_box', 'select, insert, update (version, text, from_tool, changed_at, changed_by_id)');

--changeset alongside:conversation-4-revision
-- Holds what each box held. While one member goes on writing in a box, the row is replaced for ten minutes. box_version
-- is the version of the box after the last writing, so the last revision of a box has the version of the box.
create table app.conversation_revision (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    prompt_id       text        not null,
    box_version     bigint      not null,
    written_from    timestamptz not null,
    written_until   timestamptz not null,
    by_id           uuid        not null,
    text            bytea       not null,
    constraint conversation_revision_pkey primary key (tenant_id, id),
    constraint conversation_revision_box foreign key (tenant_id, conversation_id, prompt_id)
        references app.conversation_box (tenant_id, conversation_id, prompt_id)
);
create unique index conversation_revision_box on app.conversation_revision
    (tenant_id, conversation_id, prompt_id, box_version);
create index conversation_revision_written on app.conversation_revision
    (tenant_id, conversation_id, written_from, box_version, id);
call app.fence('app.conversation_revision');
call app.place('app.conversation_revision', 'council');
call app.permit('app.conversation_revision', 'select, insert, update (box_version, written_until, text)');
