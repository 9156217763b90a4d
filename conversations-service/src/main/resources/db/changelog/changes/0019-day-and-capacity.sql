--liquibase formatted sql

--changeset alongside:0019-session-day
-- Who asks for all hubs at once, as everybody may on the open pages, asks by the day.
create index session_day on app.session (tenant_id, day);
