--liquibase formatted sql

--changeset alongside:step-3-counted-view
-- Publishes which next steps are done, for figures, without any text.
create view app.v_step_counted with (security_invoker = true) as
    select s.tenant_id, s.id, s.conversation_id, s.status from app.step s;
call app.permit('app.v_step_counted', 'select');
