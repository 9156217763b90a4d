--liquibase formatted sql

--changeset alongside:register-2-suspended
--comment Says whether a council is suspended. The council's own transaction writes it, as it writes the status.
alter table shared.council add column suspended boolean not null default false;
call app.permit('shared.council', 'update (suspended)');
