--liquibase formatted sql

--changeset alongside:person-6-counted-view
-- Publishes the dates of birth of people, for figures by age.
create view app.v_person_counted with (security_invoker = true) as
    select p.tenant_id, p.id, p.date_of_birth from app.person p;
call app.permit('app.v_person_counted', 'select');
