--liquibase formatted sql

--changeset alongside:letter-4-keys
-- After a new key, the texts are encrypted again in place.
call app.permit('app.letter_part', 'update (text)');
