--liquibase formatted sql

--changeset alongside:attendance-4-counted-view
-- Publishes the facts of visits that figures count: who came where, when and how, and whether a conversation began.
create view app.v_attendance_counted with (security_invoker = true) as
    select a.tenant_id, a.id, a.person_id, a.hub_id, a.day, a.came_by, a.started_at is not null as spoken_to
    from app.attendance a;
call app.permit('app.v_attendance_counted', 'select');
