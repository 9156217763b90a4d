--liquibase formatted sql

--changeset alongside:concern-1-concern
-- Holds what worries members of staff about a person. conversation_id is no foreign key, because a record that was begun
-- by mistake can be deleted, and the concern stays. The columns that name members are no foreign keys: no query starts
-- from their side. read_at is null until a practitioner has noted that they read the concern.
create table app.concern (
    tenant_id       uuid        not null,
    id              uuid        not null,
    person_id       uuid,
    conversation_id uuid,
    worry           bytea       not null,
    written_at      timestamptz not null,
    written_by_id   uuid        not null,
    read_at         timestamptz,
    read_by_id      uuid,
    constraint concern_pkey primary key (tenant_id, id),
    constraint concern_person foreign key (tenant_id, person_id) references app.person (tenant_id, id),
    constraint concern_read_whole check ((read_at is null) = (read_by_id is null))
);
create index concern_person on app.concern (tenant_id, person_id);
create index concern_written on app.concern (tenant_id, written_at, id);
call app.fence('app.concern');
call app.place('app.concern', 'council');
call app.permit('app.concern', 'select, insert, update (read_at, read_by_id)');

--changeset alongside:concern-2-action
-- Holds what was done about a concern: one row when it is written, and one more when more is done. told says whom the
-- member told, and when; it is null while nothing was done. Rows are only added.
create table app.concern_action (
    tenant_id  uuid        not null,
    id         uuid        not null,
    concern_id uuid        not null,
    number     integer     not null,
    actions    text[]      not null,
    told       bytea,
    at         timestamptz not null,
    by_id      uuid        not null,
    constraint concern_action_pkey primary key (tenant_id, id),
    constraint concern_action_once unique (tenant_id, concern_id, number),
    constraint concern_action_concern foreign key (tenant_id, concern_id) references app.concern (tenant_id, id),
    constraint concern_action_known check
        (actions <@ array['RANG_A_NUMBER', 'TOLD_THE_MANAGER', 'EMERGENCY_SERVICES', 'NOT_YET']),
    constraint concern_action_done check
        (cardinality(actions) > 0 and (told is null) = (actions = array['NOT_YET']))
);
call app.fence('app.concern_action');
call app.place('app.concern_action', 'council');
call app.permit('app.concern_action', 'select, insert');
