--liquibase formatted sql

--changeset alongside:connection-3-counted-view
-- Publishes which connections came about, for figures, without any text.
create view app.v_connection_counted with (security_invoker = true) as
    select c.tenant_id, c.id, c.conversation_id, c.status from app.connection c;
call app.permit('app.v_connection_counted', 'select');
