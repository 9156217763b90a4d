--liquibase formatted sql

--changeset alongside:session-3-counted-view
-- Publishes where and when sessions are, and of which kind, for figures.
create view app.v_session_counted with (security_invoker = true) as
    select s.tenant_id, s.id, s.hub_id, s.day, s.kind, s.status from app.session s;
call app.permit('app.v_session_counted', 'select');
