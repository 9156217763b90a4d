--liquibase formatted sql

--changeset alongside:move-1-move
-- Notes that a record was moved from a person whom it was not about. to_person_id is the person whom it is about. day is
-- the day of the conversation at that time. Rows are only added, and a reason is only encrypted again. The column that names a member is no foreign key: no
-- query starts from its side.
create table app.conversation_move (
    tenant_id       uuid        not null,
    id              uuid        not null,
    conversation_id uuid        not null,
    from_person_id  uuid        not null,
    to_person_id    uuid        not null,
    day             date        not null,
    reason          bytea       not null,
    moved_at        timestamptz not null,
    moved_by_id     uuid        not null,
    constraint conversation_move_pkey primary key (tenant_id, id),
    constraint conversation_move_conversation foreign key (tenant_id, conversation_id)
        references app.conversation (tenant_id, id),
    constraint conversation_move_from foreign key (tenant_id, from_person_id) references app.person (tenant_id, id),
    constraint conversation_move_to foreign key (tenant_id, to_person_id) references app.person (tenant_id, id),
    constraint conversation_move_differs check (from_person_id <> to_person_id)
);
create index conversation_move_conversation on app.conversation_move (tenant_id, conversation_id);
create index conversation_move_from on app.conversation_move (tenant_id, from_person_id);
create index conversation_move_to on app.conversation_move (tenant_id, to_person_id);
call app.fence('app.conversation_move');
call app.place('app.conversation_move', 'council');
call app.permit('app.conversation_move', 'select, insert, update (reason)');

--changeset alongside:move-2-measure
-- The answers that a person gave in a moved conversation move with it.
call app.permit('app.measure', 'update (person_id)');
