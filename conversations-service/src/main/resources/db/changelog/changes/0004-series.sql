--liquibase formatted sql

--changeset alongside:series-1-series
-- Holds how a talking point recurs (RFC 5545, dates only, in Europe/London) and what each of its sessions is like.
-- Sessions are created a year ahead: planned_until is the last day that is planned. skipped holds days and reasons.
create table app.series (
    tenant_id     uuid   not null,
    id            uuid   not null,
    version       bigint not null,
    hub_id        uuid   not null,
    first_day     date   not null,
    recurrence    text   not null,
    skipped       text   not null,
    planned_until date   not null,
    starts        time   not null,
    ends          time   not null,
    breaks        text   not null,
    slot_minutes  integer,
    places        integer,
    kind          text,
    room          text,
    room_id       uuid,
    staff         uuid[] not null,
    constraint series_pkey primary key (tenant_id, id),
    constraint series_hub foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    constraint series_room foreign key (tenant_id, room_id) references app.hub_room (tenant_id, id),
    constraint series_slot_minutes_range check (slot_minutes between 5 and 240),
    constraint series_places_range check (places between 1 and 50),
    constraint series_places_with_slots check ((slot_minutes is null) = (places is null))
);
create index series_hub on app.series (tenant_id, hub_id);
create index series_room on app.series (tenant_id, room_id);
create index series_planned_until on app.series (tenant_id, planned_until);
call app.fence('app.series');
call app.place('app.series', 'council');
call app.permit('app.series', 'select, insert, update');
