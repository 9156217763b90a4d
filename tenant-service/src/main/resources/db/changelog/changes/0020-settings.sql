--liquibase formatted sql

--changeset alongside:settings-3-suspension
--comment Says why the operator suspended the council. It is null while the council is not suspended.
alter table app.council_settings add column suspension text;
alter table app.council_settings add constraint council_settings_suspension_known check
    (suspension in ('contract-ended', 'incident', 'asked-by-council'));
call app.permit('app.council_settings', 'update (suspension)');
