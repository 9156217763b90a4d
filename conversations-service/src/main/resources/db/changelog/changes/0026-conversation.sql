--liquibase formatted sql

--changeset alongside:conversation-5-reader
-- Names the members who may read a restricted record. A record without a row is open to every practitioner. The columns
-- that name members are no foreign keys: no query starts from their side.
create table app.conversation_reader (
    tenant_id       uuid        not null,
    conversation_id uuid        not null,
    member_id       uuid        not null,
    named_at        timestamptz not null,
    named_by_id     uuid        not null,
    constraint conversation_reader_pkey primary key (tenant_id, conversation_id, member_id),
    constraint conversation_reader_conversation foreign key (tenant_id, conversation_id)
        references app.conversation (tenant_id, id)
);
call app.fence('app.conversation_reader');
call app.place('app.conversation_reader', 'council');
call app.permit('app.conversation_reader', 'select, insert, delete');
