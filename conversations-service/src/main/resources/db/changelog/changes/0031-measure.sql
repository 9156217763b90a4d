--liquibase formatted sql

--changeset alongside:measure-3-withdrawn
-- Marks answers that were recorded by mistake, such as under another person. They stay, and nothing counts or shows them. The
-- same questions can be answered again for the same day.
alter table app.measure add column withdrawn_at timestamptz;
alter table app.measure add column withdrawn_by_id uuid;
alter table app.measure add constraint measure_withdrawn_by check ((withdrawn_at is null) = (withdrawn_by_id is null));
alter table app.measure drop constraint measure_once_a_day;
create unique index measure_once_a_day on app.measure (tenant_id, person_id, instrument, day) where withdrawn_at is null;
create index measure_person on app.measure (tenant_id, person_id);
call app.permit('app.measure', 'update (withdrawn_at, withdrawn_by_id)');
