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
