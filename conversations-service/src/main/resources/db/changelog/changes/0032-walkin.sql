--liquibase formatted sql

--changeset alongside:walkin-2-counted-view
-- Publishes the facts of walk-ins that figures count. It has no name and no reason.
create view app.v_walk_in_counted with (security_invoker = true) as
    select w.tenant_id, w.id, w.person_id, w.hub_id, w.day, w.asked_on, w.status, w.attendance_id from app.walk_in w;
call app.permit('app.v_walk_in_counted', 'select');
