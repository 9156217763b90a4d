--liquibase formatted sql

--changeset alongside:walkin-1-walk-in
-- Holds the queue of visitors without a booking. name is only for a visitor without a record; a visitor with neither
-- prefers not to say who they are. A visitor whom a member of staff has seen has an attendance.
create table app.walk_in (
    tenant_id       uuid        not null,
    id              uuid        not null,
    version         bigint      not null,
    hub_id          uuid        not null,
    day             date        not null,
    person_id       uuid,
    name            text,
    reason          text        not null,
    asked_on        date        not null,
    arrived_at      timestamptz not null,
    status          text        not null,
    attendance_id   uuid,
    undo_status     text,
    changed_at      timestamptz not null,
    changed_by_id   uuid,
    constraint walk_in_pkey primary key (tenant_id, id),
    constraint walk_in_hub foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    constraint walk_in_person foreign key (tenant_id, person_id) references app.person (tenant_id, id),
    constraint walk_in_person_or_name check (person_id is null or name is null),
    constraint walk_in_name_length check (char_length(name) between 1 and 100),
    constraint walk_in_reason_known check (reason in ('ADVICE', 'HELP_WITH_A_FORM', 'TALK', 'DROP_IN_ACTIVITY')),
    constraint walk_in_attendance foreign key (tenant_id, attendance_id) references app.attendance (tenant_id, id),
    constraint walk_in_status_known check (status in ('WAITING', 'SEEN', 'LEFT')),
    constraint walk_in_seen check ((status = 'SEEN') = (attendance_id is not null))
);
create index walk_in_hub_day on app.walk_in (tenant_id, hub_id, day);
create index walk_in_person on app.walk_in (tenant_id, person_id);
create unique index walk_in_attendance on app.walk_in (tenant_id, attendance_id);
call app.fence('app.walk_in');
call app.place('app.walk_in', 'council');
call app.permit('app.walk_in', 'select, insert, update (version, arrived_at, status, attendance_id, undo_status, changed_at,
    changed_by_id)');
