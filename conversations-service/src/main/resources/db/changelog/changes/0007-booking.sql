--liquibase formatted sql

--changeset alongside:booking-1-booking
-- Holds the bookings. A cancelled booking is kept as a record and no longer keeps its person from that slot. The booking
-- of a person who came refers to their attendance. An undo needs the last change, who made it and the values before it.
-- Columns that name members or earlier slots are no foreign keys: no query starts from their side, and each would need
-- an index of its own on a busy table.
create table app.booking (
    tenant_id        uuid        not null,
    id               uuid        not null,
    version          bigint      not null,
    slot_id          uuid        not null,
    person_id        uuid        not null,
    asked_on         date        not null,
    booked_at        timestamptz not null,
    status           text        not null,
    attendance_id    uuid,
    absence_reason   text,
    absence_next     text,
    follow_up        text,
    followed_up_at   timestamptz,
    followed_up_by_id uuid,
    cancelled_for    text,
    cancel_cause     text,
    cancel_reason    text,
    original_slot_id uuid,
    last_change      text,
    changed_at       timestamptz,
    changed_by_id    uuid,
    undo_status      text,
    undo_slot_id     uuid,
    constraint booking_pkey primary key (tenant_id, id),
    constraint booking_slot foreign key (tenant_id, slot_id) references app.slot (tenant_id, id),
    constraint booking_person foreign key (tenant_id, person_id) references app.person (tenant_id, id),
    constraint booking_attendance foreign key (tenant_id, attendance_id) references app.attendance (tenant_id, id),
    constraint booking_status_known check (status in ('EXPECTED', 'CAME', 'DID_NOT_ATTEND', 'CANCELLED')),
    constraint booking_came check ((status = 'CAME') = (attendance_id is not null)),
    constraint booking_cancelled check ((status = 'CANCELLED') = (cancelled_for is not null)),
    constraint booking_absence_reason_known check
        (absence_reason in ('FORGOT', 'ILL', 'COULD_NOT_GET_HERE', 'CHOSE_NOT_TO', 'DO_NOT_KNOW')),
    constraint booking_absence_next_known check (absence_next in ('RING_THEM', 'REBOOK', 'NOTHING')),
    constraint booking_follow_up_known check (follow_up in ('RUNG', 'NOT_NEEDED')),
    constraint booking_followed_up check
        ((followed_up_at is null) = (follow_up is null) and (followed_up_at is null) = (followed_up_by_id is null)),
    constraint booking_cancelled_for_known check (cancelled_for in ('PERSON', 'US', 'MISTAKE')),
    constraint booking_cancel_cause_known check
        (cancel_cause in ('SESSION_CHANGED', 'SESSION_CANCELLED', 'SERIES_ENDED')),
    constraint booking_cancel_reason_length check (char_length(cancel_reason) between 1 and 200)
);
create unique index booking_once on app.booking (tenant_id, slot_id, person_id) where status <> 'CANCELLED';
create index booking_slot on app.booking (tenant_id, slot_id);
create index booking_person on app.booking (tenant_id, person_id);
create unique index booking_attendance on app.booking (tenant_id, attendance_id);
create index booking_unfinished on app.booking (tenant_id, slot_id)
    where status = 'EXPECTED' or status = 'DID_NOT_ATTEND' and absence_next = 'RING_THEM' and follow_up is null;
call app.fence('app.booking');
call app.place('app.booking', 'council');
call app.permit('app.booking', 'select, insert, update (version, slot_id, status, attendance_id, absence_reason, absence_next,
    follow_up, followed_up_at, followed_up_by_id, cancelled_for, cancel_cause, cancel_reason, original_slot_id, last_change, changed_at, changed_by_id, undo_status,
    undo_slot_id)');

--changeset alongside:booking-2-active-view
-- Publishes the slot of each booking that is not cancelled, so that the bookings of a slot can be counted.
create view app.v_booking_active with (security_invoker = true) as
    select b.tenant_id, b.id, b.slot_id from app.booking b where b.status <> 'CANCELLED';
call app.permit('app.v_booking_active', 'select');

--changeset alongside:booking-3-unfinished-view
-- Publishes the bookings that staff have not finished: the person is still expected, or did not attend and must be rung.
create view app.v_booking_unfinished with (security_invoker = true) as
    select b.tenant_id, b.id, b.slot_id, b.person_id, b.status = 'DID_NOT_ATTEND' as did_not_attend, b.absence_reason
    from app.booking b
    where b.status = 'EXPECTED' or b.status = 'DID_NOT_ATTEND' and b.absence_next = 'RING_THEM' and b.follow_up is null;
call app.permit('app.v_booking_unfinished', 'select');
