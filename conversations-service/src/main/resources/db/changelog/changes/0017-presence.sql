--liquibase formatted sql

--changeset alongside:presence-1-writer
-- Holds who has which record open. A row lives for half a minute, and the requests of any open page delete the rows that
-- are older; it refers to the record without a foreign key, so that it never keeps one from being deleted.
create table app.conversation_writer (
    tenant_id       uuid        not null,
    conversation_id uuid        not null,
    member_id       uuid        not null,
    prompt_id       text,
    seen_at         timestamptz not null,
    constraint conversation_writer_pkey primary key (tenant_id, conversation_id, member_id)
);
create index conversation_writer_seen on app.conversation_writer (tenant_id, seen_at);
call app.fence('app.conversation_writer');
call app.place('app.conversation_writer', 'council');
call app.permit('app.conversation_writer', 'select, insert, delete, update (prompt_id, seen_at)');
