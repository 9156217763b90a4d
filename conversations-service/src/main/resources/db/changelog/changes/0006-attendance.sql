--liquibase formatted sql

--changeset alongside:attendance-1-attendance
-- Holds the people who came, by a booking or as walk-ins. arrived_at is null if a visit was recorded after its session
-- and no member knew the time. The columns that name members are no foreign keys: no query
-- starts from their side, and each would need an index of its own on a busy table. An arrival that is undone is deleted.
create table app.attendance (
    tenant_id       uuid        not null,
    id              uuid        not null,
    version         bigint      not null,
    person_id       uuid,
    hub_id          uuid        not null,
    day             date        not null,
    came_by         text        not null,
    arrived_at      timestamptz,
    started_at      timestamptz,
    finished_at     timestamptz,
    practitioner_id uuid,
    last_change     text,
    changed_at      timestamptz not null,
    changed_by_id   uuid,
    constraint attendance_pkey primary key (tenant_id, id),
    constraint attendance_person foreign key (tenant_id, person_id) references app.person (tenant_id, id),
    constraint attendance_hub foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    constraint attendance_came_by_known check (came_by in ('BOOKING', 'WALK_IN')),
    constraint attendance_person_known check (came_by = 'WALK_IN' or person_id is not null),
    constraint attendance_arrived check (came_by = 'BOOKING' or arrived_at is not null),
    constraint attendance_started check ((started_at is null) = (practitioner_id is null)),
    constraint attendance_finished check (finished_at is null or started_at is not null),
    constraint attendance_last_change_known check (last_change in ('ARRIVED', 'STARTED', 'FINISHED'))
);
create index attendance_person on app.attendance (tenant_id, person_id, day);
create index attendance_hub on app.attendance (tenant_id, hub_id, day);
call app.fence('app.attendance');
call app.place('app.attendance', 'council');
call app.permit('app.attendance', 'select, insert, delete, update (version, arrived_at, started_at, finished_at, practitioner_id,
    last_change, changed_at, changed_by_id)');

--changeset alongside:attendance-2-finished-view
-- Publishes whether a visit is over, for the rules of other features.
create view app.v_attendance_finished with (security_invoker = true) as
select tenant_id, id, finished_at is not null as finished from app.attendance;
call app.permit('app.v_attendance_finished', 'select');

--changeset alongside:attendance-3-correction
-- Holds the corrections of bookings and walk-ins for good. visit_id is the id of the booking or the walk-in; it is no
-- foreign key, because the attendance is recorded without knowing how the person came. with_id is the member whom the
-- record named as talking with the person.
create table app.correction (
    tenant_id        uuid        not null,
    id               uuid        not null,
    visit_id         uuid        not null,
    hub_id           uuid        not null,
    from_status      text        not null,
    from_arrived_at  timestamptz,
    from_started_at  timestamptz,
    from_finished_at timestamptz,
    to_status        text        not null,
    to_arrived_at    timestamptz,
    to_started_at    timestamptz,
    to_finished_at   timestamptz,
    reason           text        not null,
    with_id          uuid,
    corrected_at     timestamptz not null,
    corrected_by_id  uuid        not null,
    constraint correction_pkey primary key (tenant_id, id),
    constraint correction_hub foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    constraint correction_from_known check (from_status in ('EXPECTED', 'WAITING', 'ARRIVED', 'IN_CONVERSATION',
        'FINISHED', 'DID_NOT_ATTEND', 'CANCELLED', 'LEFT')),
    constraint correction_to_known check (to_status in ('EXPECTED', 'WAITING', 'ARRIVED', 'IN_CONVERSATION',
        'FINISHED', 'DID_NOT_ATTEND', 'CANCELLED', 'LEFT')),
    constraint correction_reason_length check (char_length(reason) between 1 and 200)
);
create index correction_visit on app.correction (tenant_id, visit_id, corrected_at, id);
create index correction_hub on app.correction (tenant_id, hub_id);
call app.fence('app.correction');
call app.place('app.correction', 'council');
call app.permit('app.correction', 'select, insert');
