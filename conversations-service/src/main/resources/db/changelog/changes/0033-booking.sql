--liquibase formatted sql

--changeset alongside:booking-5-missed
-- Holds the slots to which the person did not come before the booking was moved, the first one first. They are no foreign
-- keys, as no query starts from the slots.
alter table app.booking add column missed_slot_ids uuid[] not null default '{}';
call app.permit('app.booking', 'update (missed_slot_ids)');

--changeset alongside:booking-6-missed-before splitStatements:false
-- Fills in the slot that was missed before a move, where the booking still has it as its last change.
call app.unforced('{app.booking}', $sql$
    update app.booking b set missed_slot_ids = array[b.undo_slot_id]
    where b.last_change = 'MOVED' and b.undo_status = 'DID_NOT_ATTEND' and b.undo_slot_id is not null
$sql$);

--changeset alongside:booking-7-missed-counted-view
-- Publishes the slots to which a person did not come before the booking was moved, for figures. It has no person.
create view app.v_booking_missed_counted with (security_invoker = true) as
    select b.tenant_id, m.slot_id
    from app.booking b
    cross join unnest(b.missed_slot_ids) as m (slot_id);
call app.permit('app.v_booking_missed_counted', 'select');
