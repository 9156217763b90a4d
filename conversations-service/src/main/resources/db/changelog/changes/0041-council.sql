--liquibase formatted sql

--changeset alongside:council-6-suspended
-- Says whether the operator suspended the council. The public pages then say that it takes no bookings.
alter table app.council add column suspended boolean not null default false;
create or replace view app.v_council_public with (security_invoker = true) as
    select c.tenant_id, c.id, c.name, c.welsh_name, c.nation, c.alias, c.talking_points, c.contact_phone,
           c.contact_email, c.contact_hours, c.contact_address, c.relay_number, c.complaints, c.privacy_notice,
           c.header_colour, c.header_text_colour, c.border_colour, c.logo_background, c.demonstration,
           l.version as logo, c.suspended
    from app.council c
    left join app.council_logo l on l.tenant_id = c.tenant_id and l.png is not null;
call app.permit('app.council', 'select (suspended)', 'public');
