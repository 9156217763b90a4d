--liquibase formatted sql

--changeset alongside:booking-4-counted-view
-- Publishes the facts of bookings that figures count: who asked when, for which slot, and whether the person came. It has
-- no reason and no member.
create view app.v_booking_counted with (security_invoker = true) as
    select b.tenant_id, b.id, b.person_id, b.slot_id, b.asked_on, b.status, b.cancelled_for, b.attendance_id
    from app.booking b;
call app.permit('app.v_booking_counted', 'select');
