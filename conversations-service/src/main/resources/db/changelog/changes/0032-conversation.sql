--liquibase formatted sql

--changeset alongside:conversation-6-counted-view
-- Publishes the facts of conversations that figures count, without any text.
create view app.v_conversation_counted with (security_invoker = true) as
    select c.tenant_id, c.id, c.attendance_id, c.hub_id, c.day, c.status = 'FINISHED' as finished, c.started_at
    from app.conversation c;
call app.permit('app.v_conversation_counted', 'select');

--changeset alongside:conversation-7-person-counted-view
-- Publishes the people of conversations, for figures.
create view app.v_conversation_person_counted with (security_invoker = true) as
    select p.tenant_id, p.conversation_id, p.person_id from app.conversation_person p;
call app.permit('app.v_conversation_person_counted', 'select');
