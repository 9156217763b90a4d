--liquibase formatted sql

--changeset alongside:person-5-merged
-- Points from a person to the one whom they turned out to be. Everything that refers to the person stays as it is. Two
-- people who were merged may have the same NHS number.
alter table app.person add column merged_into uuid;
alter table app.person add constraint person_merged_into foreign key (tenant_id, merged_into)
    references app.person (tenant_id, id);
alter table app.person add constraint person_merged_into_other check (merged_into <> id);
create index person_merged_into on app.person (tenant_id, merged_into);
drop index app.person_nhs_number_once;
create unique index person_nhs_number_once on app.person (tenant_id, nhs_number) where merged_into is null;
