--liquibase formatted sql

--changeset alongside:person-3-nhs-number
-- Holds the digits of the NHS number, which is optional. Only the whole number finds a person.
alter table app.person add column nhs_number text;
alter table app.person add constraint person_nhs_number_pattern check (nhs_number ~ '^[0-9]{10}$');
create unique index person_nhs_number_once on app.person (tenant_id, nhs_number);

--changeset alongside:person-4-born-term splitStatements:false
-- Adds the dates of birth to the terms of the search.
call app.unforced('{app.person, app.person_term}', $sql$
    insert into app.person_term (tenant_id, term, person_id)
    select p.tenant_id, 'd:' || to_char(p.date_of_birth, 'YYYY-MM-DD'), p.id
    from app.person p
    where p.date_of_birth is not null
$sql$);
