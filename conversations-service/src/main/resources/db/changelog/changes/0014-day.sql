--liquibase formatted sql

--changeset alongside:0014-booking-life
-- A cancelled booking stays, as the record that there was one, and no longer keeps its person from that slot. Who
-- changed it last, and what was before, is what an undo needs. The notes of members and of earlier slots are no foreign
-- keys: nothing is ever looked up from their side, and each would want an index of its own on a busy table.
alter table app.booking
    drop constraint booking_status_check,
    drop constraint booking_check,
    drop constraint booking_tenant_id_slot_id_person_id_key,
    add column started_at     timestamptz,
    add column finished_at    timestamptz,
    add column with_member    uuid,
    add column absence_reason text check (absence_reason in
        ('FORGOT', 'ILL', 'COULD_NOT_GET_HERE', 'CHOSE_NOT_TO', 'DO_NOT_KNOW')),
    add column absence_next   text check (absence_next in ('RING_THEM', 'REBOOK', 'NOTHING')),
    add column cancelled_for  text check (cancelled_for in ('PERSON', 'US', 'MISTAKE')),
    add column cancel_reason  text check (char_length(cancel_reason) between 1 and 200),
    add column original_slot  uuid,
    add column last_change    text,
    add column changed_at     timestamptz,
    add column changed_by     uuid,
    add column before_status  text,
    add column before_slot    uuid;
alter table app.booking
    add constraint booking_status check (status in
        ('EXPECTED', 'ARRIVED', 'IN_CONVERSATION', 'FINISHED', 'DID_NOT_ATTEND', 'CANCELLED')),
    add constraint booking_arrived check
        ((status in ('ARRIVED', 'IN_CONVERSATION', 'FINISHED')) = (arrived_at is not null)),
    add constraint booking_cancelled check ((status = 'CANCELLED') = (cancelled_for is not null));
create unique index booking_once on app.booking (tenant_id, slot_id, person_id) where status <> 'CANCELLED';
create index booking_slot on app.booking (tenant_id, slot_id);
call app.permit('app.booking', 'update (slot_id, started_at, finished_at, with_member, absence_reason, absence_next,
    cancelled_for, cancel_reason, original_slot, last_change, changed_at, changed_by, before_status, before_slot)');

--changeset alongside:0014-hold
-- A place kept for ten minutes. It counts in its slot's taken for as long as its row is there.
create table app.hold (
    tenant_id  uuid        not null,
    id         uuid        not null,
    slot_id    uuid        not null,
    member_id  uuid        not null,
    expires_at timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, slot_id) references app.slot (tenant_id, id),
    foreign key (tenant_id, member_id) references app.member (tenant_id, id)
);
create index hold_slot on app.hold (tenant_id, slot_id);
create index hold_member on app.hold (tenant_id, member_id);
create index hold_expires on app.hold (tenant_id, expires_at);
call app.fence('app.hold');
call app.place('app.hold', 'council');
call app.permit('app.hold', 'select, insert, delete');

--changeset alongside:0014-extra-place
create table app.extra_place (
    tenant_id uuid        not null,
    id        uuid        not null,
    slot_id   uuid        not null,
    reason    text        not null check (char_length(reason) between 1 and 200),
    added_by  uuid        not null,
    added_at  timestamptz not null,
    primary key (tenant_id, id),
    foreign key (tenant_id, slot_id) references app.slot (tenant_id, id),
    foreign key (tenant_id, added_by) references app.member (tenant_id, id)
);
create index extra_place_slot on app.extra_place (tenant_id, slot_id);
create index extra_place_by on app.extra_place (tenant_id, added_by);
call app.fence('app.extra_place');
call app.place('app.extra_place', 'council');
call app.permit('app.extra_place', 'select, insert');
call app.permit('app.slot', 'update (places)');

--changeset alongside:0014-walk-in
-- Somebody without a booking. A name is only for whom no record is kept; without either they prefer not to say.
create table app.walk_in (
    tenant_id     uuid        not null,
    id            uuid        not null,
    version       bigint      not null,
    hub_id        uuid        not null,
    day           date        not null,
    person_id     uuid,
    name          text check (char_length(name) between 1 and 100),
    reason        text        not null check (reason in ('ADVICE', 'HELP_WITH_A_FORM', 'TALK', 'DROP_IN_ACTIVITY')),
    asked_on      date        not null,
    arrived_at    timestamptz not null,
    status        text        not null check (status in ('WAITING', 'IN_CONVERSATION', 'FINISHED', 'LEFT')),
    started_at    timestamptz,
    finished_at   timestamptz,
    with_member   uuid,
    before_status text,
    changed_at    timestamptz,
    changed_by    uuid,
    primary key (tenant_id, id),
    foreign key (tenant_id, hub_id) references app.hub (tenant_id, id),
    foreign key (tenant_id, person_id) references app.person (tenant_id, id),
    check (person_id is null or name is null),
    check ((status in ('IN_CONVERSATION', 'FINISHED')) = (started_at is not null)),
    check ((status = 'FINISHED') = (finished_at is not null))
);
create index walk_in_day on app.walk_in (tenant_id, hub_id, day);
create index walk_in_person on app.walk_in (tenant_id, person_id);
call app.fence('app.walk_in');
call app.place('app.walk_in', 'council');
call app.permit('app.walk_in', 'select, insert, update (version, status, started_at, finished_at, with_member,
    before_status, changed_at, changed_by)');

--changeset alongside:0014-day-change
-- How often a day at a hub has changed, counted in the transactions that change it. Open boards look at it.
create table app.day_change (
    tenant_id uuid   not null,
    hub_id    uuid   not null,
    day       date   not null,
    number    bigint not null,
    primary key (tenant_id, hub_id, day),
    foreign key (tenant_id, hub_id) references app.hub (tenant_id, id)
);
call app.fence('app.day_change');
call app.place('app.day_change', 'council');
call app.permit('app.day_change', 'select, insert, update (number)');
