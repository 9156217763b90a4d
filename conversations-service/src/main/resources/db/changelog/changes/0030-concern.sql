--liquibase formatted sql

--changeset alongside:concern-3-keys
-- After a new key, the texts are encrypted again in place.
call app.permit('app.concern', 'update (worry)');
call app.permit('app.concern_action', 'update (told)');
