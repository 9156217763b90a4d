--liquibase formatted sql

--changeset alongside:0020-privacy-notice splitStatements:false stripComments:false
-- Where a council tells residents what becomes of their data: its public pages link to it.
alter table app.council add column privacy_notice text check (privacy_notice ~ '^https://');
call app.permit('app.council', 'select (privacy_notice)', 'public');
