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

--changeset alongside:0019-capacity-finding
-- What the nightly check found wrong and not mended since, where every replica sees it. A council's id and a number.
create table ops.capacity_finding (
    council  uuid        primary key,
    slots    integer     not null check (slots > 0),
    found_at timestamptz not null
);
grant select, insert, update, delete on ops.capacity_finding to conversations_app;
insert into ops.reviewed_grant (role, object, privilege) values
    ('conversations_app', 'ops.capacity_finding', 'SELECT'),
    ('conversations_app', 'ops.capacity_finding', 'INSERT'),
    ('conversations_app', 'ops.capacity_finding', 'UPDATE'),
    ('conversations_app', 'ops.capacity_finding', 'DELETE');
