--liquibase formatted sql

--changeset alongside:0016-public-places splitStatements:false stripComments:false
-- What else a council and its places say of themselves to everybody: how to get in, how to find it, whom to write to.
call app.permit('app.council', 'select (welsh_name, nation, contact_address, complaints)', 'public');
call app.permit('app.hub', 'select (directions, drop_in, access_features, co_located)', 'public');
