--liquibase formatted sql

--changeset alongside:conclusion-4-counted-view
-- Publishes how conversations ended, for figures, without any text.
create view app.v_conclusion_counted with (security_invoker = true) as
    select c.tenant_id, c.conversation_id, c.kind, c.outcome, c.finished_at from app.conclusion c;
call app.permit('app.v_conclusion_counted', 'select');
