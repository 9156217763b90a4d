--liquibase formatted sql

--changeset alongside:booking-8-missed-by-person-view
-- Publishes who missed which slot before the booking was moved, so that sheets count each person once.
create or replace view app.v_booking_missed_counted with (security_invoker = true) as
    select b.tenant_id, m.slot_id, b.id as booking_id, b.person_id
    from app.booking b
    cross join unnest(b.missed_slot_ids) as m (slot_id);
