--liquibase formatted sql

--changeset alongside:benchmark-7-authority-of-a-demonstration
--comment Lets a sheet of a demonstration council name an invented authority, by which it is in a family. An invented code begins with D, so that it is never the code of a local authority (docs/adr/0061).
alter table shared.benchmark_sheet drop constraint benchmark_sheet_demonstration_without_authority;
alter table shared.benchmark_sheet add constraint benchmark_sheet_authority_of_its_kind check (authority is null or (authority like 'D%') = demonstration);
