--liquibase formatted sql

--changeset alongside:0019-session-day
-- Who asks for all hubs at once, as everybody may on the open pages, asks by the day.
create index session_day on app.session (tenant_id, day);

--changeset alongside:0019-held-while-closed
-- A session that was put on a day for which its hub was closed already, so on purpose: everybody may see it. One that
-- was there before the closure is for staff to move or cancel. Of those there are now nobody knows; they stay hidden.
alter table app.session add column held_while_closed boolean not null default false;

--changeset alongside:0019-held-while-closed-public splitStatements:false stripComments:false
call app.permit('app.session', 'select (held_while_closed)', 'public');
