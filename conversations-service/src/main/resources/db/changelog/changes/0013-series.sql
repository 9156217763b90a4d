--liquibase formatted sql

--changeset alongside:0013-series
-- How a talking point recurs (RFC 5545, dates only, in Europe/London), and what each of its sessions is like. Its
-- sessions are made a year ahead; planned_until is the last day up to which they are. skipped holds days and reasons.
create table app.series (
    tenant_id     uuid    not null,
    id            uuid    not null,
    version       bigint  not null,
    hub_id        uuid    not null,
    first_day     date    not null,
    recurrence    text    not null,
    skipped       text    not null,
    planned_until date    not null,
    starts        time    not null,
    ends          time    not null,
    breaks        text    not null,
    slot_minutes  integer check (slot_minutes between 5 and 240),
    places        integer check (places between 1 and 50),
    kind          text,
    room          text,
    room_id       uuid,
    staff         uuid[]  not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    foreign key (tenant_id, room_id) references app.hub_room (tenant_id, id),
    check ((slot_minutes is null) = (places is null))
);
create index series_hub on app.series (tenant_id, hub_id);
create index series_room on app.series (tenant_id, room_id);
create index series_planned on app.series (tenant_id, planned_until);
call app.fence('app.series');
call app.place('app.series', 'council');
call app.permit('app.series', 'select, insert, update');

--changeset alongside:0013-session
-- A session may come from a series: series_day is the day on which the series put it, whatever became of it since. A
-- session without slot_minutes is drop-in only and has no slots.
alter table app.session
    alter column slot_minutes drop not null,
    add column breaks        text    not null default '',
    add column places        integer,
    add column kind          text,
    add column room_id       uuid,
    add column staff         uuid[]  not null default '{}',
    add column status        text    not null default 'PLANNED' check (status in ('PLANNED', 'CANCELLED')),
    add column cancel_reason text,
    add column series_id     uuid,
    add column series_day    date,
    add column changed_alone boolean not null default false,
    add constraint session_series check ((series_id is null) = (series_day is null)),
    add constraint session_cancelled check (status = 'CANCELLED' or cancel_reason is null);
call app.unforced('{app.session, app.series, app.hub_room}', $sql$
    alter table app.session
        add foreign key (tenant_id, series_id) references app.series (tenant_id, id),
        add foreign key (tenant_id, room_id) references app.hub_room (tenant_id, id)
$sql$);
create unique index session_once on app.session (tenant_id, series_id, series_day);
create index session_room on app.session (tenant_id, room_id);
call app.permit('app.session', 'update');

--changeset alongside:0013-slot
-- A slot that its session no longer has is withdrawn and never deleted: a booking may point at it.
alter table app.slot add column withdrawn boolean not null default false;
call app.permit('app.slot', 'update (places, withdrawn)');
