--liquibase formatted sql

--changeset alongside:session-1-session
-- Holds the sessions. Local day and times are what people agreed on; the instants are computed from them once, in
-- Europe/London. A session without slot_minutes is drop-in only and has no slots. series_day is the day on which its
-- series first planned the session, wherever it was moved since. open_despite_closure is true for a session that was
-- planned for a day on which its hub was already closed, so residents see it; a session that was there before the
-- closure is hidden from residents until staff move or cancel it.
create table app.session (
    tenant_id            uuid        not null,
    id                   uuid        not null,
    version              bigint      not null,
    hub_id               uuid        not null,
    day                  date        not null,
    starts               time        not null,
    ends                 time        not null,
    starts_at            timestamptz not null,
    ends_at              timestamptz not null,
    breaks               text        not null default '',
    slot_minutes         integer,
    places               integer,
    kind                 text,
    room                 text,
    room_id              uuid,
    staff                uuid[]      not null default '{}',
    status               text        not null default 'PLANNED',
    cancel_reason        text,
    series_id            uuid,
    series_day           date,
    detached_from_series boolean     not null default false,
    open_despite_closure boolean     not null default false,
    constraint session_pkey primary key (tenant_id, id),
    constraint session_hub foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    constraint session_series foreign key (tenant_id, series_id) references app.series (tenant_id, id),
    constraint session_room foreign key (tenant_id, room_id) references app.hub_room (tenant_id, id),
    constraint session_times_in_order check (starts_at < ends_at),
    constraint session_status_known check (status in ('PLANNED', 'CANCELLED')),
    constraint session_reason_when_cancelled check (status = 'CANCELLED' or cancel_reason is null),
    constraint session_series_with_day check ((series_id is null) = (series_day is null))
);
create unique index session_once_a_series_day on app.session (tenant_id, series_id, series_day);
create index session_hub_day on app.session (tenant_id, hub_id, day);
create index session_day on app.session (tenant_id, day);
create index session_room on app.session (tenant_id, room_id);
call app.fence('app.session');
call app.place('app.session', 'council');
call app.permit('app.session', 'select, insert, update');

--changeset alongside:session-2-open-view
-- Publishes the sessions that residents see: a session is hidden if its hub closed on that day after it was planned.
-- A cancelled session is included, with its status.
create view app.v_session_open with (security_invoker = true) as
    select s.tenant_id, s.id, s.hub_id, s.day, s.starts, s.ends, s.starts_at, s.ends_at, s.status,
           s.slot_minutes is null as drop_in
    from app.session s
    where s.open_despite_closure
       or not exists (select from app.v_hub_closed_days c
                      where c.tenant_id = s.tenant_id and c.hub_id = s.hub_id
                        and s.day between c.first_day and c.last_day);
